package io.feedbackplatform.core.statistics;

/**
 * What a sample says of the whole that it is from.
 *
 * @param value as measured in the sample
 * @param n the size of the sample, at least 1
 * @param interval where the whole lies with 95 % confidence; it holds the value
 */
public record Estimate(double value, long n, Interval interval) {

  /** The 0.975 quantile of the standard normal distribution: two-sided 95 %. */
  static final double Z = 1.959963984540054;

  public Estimate {
    if (n < 1) {
      throw new IllegalArgumentException("nothing is estimated from nothing");
    }
    if (!interval.holds(value)) {
      throw new IllegalArgumentException("an estimate lies in its interval");
    }
  }

  /** The same in another unit, as percent are hundred times a share. */
  public Estimate times(double factor) {
    return new Estimate(
        value * factor,
        n,
        new Interval(interval.low() * factor, interval.high() * factor).with(value * factor));
  }
}
