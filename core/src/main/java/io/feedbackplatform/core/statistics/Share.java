package io.feedbackplatform.core.statistics;

import java.util.Optional;

/**
 * The share of a whole that has a property, from 0 to 1.
 *
 * <p>The interval is Wilson's score interval: {@code (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 +
 * z²/n)}. It keeps its confidence for small samples and for shares near 0 and 1, and never leaves
 * the scale.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927), Probable inference,
 *     the law of succession, and statistical inference</a>
 * @see <a
 *     href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C857::AID-SIM777%3E3.0.CO;2-E">Newcombe
 *     (1998), Two-sided confidence intervals for the single proportion, method 3</a>
 */
public final class Share {

  private Share() {}

  /** Empty when the sample is. */
  public static Optional<Estimate> of(long hits, long n) {
    if (hits < 0 || hits > n) {
      throw new IllegalArgumentException("0 to n of a sample have the property");
    }
    return n == 0
        ? Optional.empty()
        : Optional.of(new Estimate((double) hits / n, n, wilson((double) hits / n, n)));
  }

  static Interval wilson(double p, long n) {
    double z2 = Estimate.Z * Estimate.Z;
    double center = p + z2 / (2 * n);
    double half = Estimate.Z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
    double scale = 1 + z2 / n;
    return new Interval((center - half) / scale, (center + half) / scale).within(0, 1).with(p);
  }
}
