package io.feedbackplatform.core.statistics;

import java.util.Optional;

/** The mean of answers on a scale. */
public final class Mean {

  private Mean() {}

  /**
   * Of answers that are counted by value. The interval is Student's: {@code m ± t(n-1) s/√n}, cut
   * off at the ends of the scale. Where it would be a point, as all answers are alike or there is
   * one, it is that of {@link #bounded}: five times "5" do not prove that everybody is delighted.
   * Empty when there is no answer.
   *
   * @param lowest the value that the first count counts
   * @param counts of each value of the scale
   * @see <a href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda352.htm">NIST/SEMATECH
   *     e-Handbook, 1.3.5.2 Confidence limits for the mean</a>
   */
  public static Optional<Estimate> of(int lowest, long... counts) {
    long n = 0;
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      n += counts[i];
      sum += (lowest + i) * counts[i];
    }
    if (n == 0) {
      return Optional.empty();
    }
    double mean = (double) sum / n;
    double squares = 0;
    for (int i = 0; i < counts.length; i++) {
      squares += counts[i] * (lowest + i - mean) * (lowest + i - mean);
    }
    int highest = lowest + counts.length - 1;
    if (squares == 0) {
      return bounded(mean, n, lowest, highest);
    }
    double half = StudentT.twoSided95(n - 1) * Math.sqrt(squares / (n - 1) / n);
    return Optional.of(
        new Estimate(mean, n, new Interval(mean - half, mean + half).within(lowest, highest)));
  }

  /**
   * Of answers of which nothing but the mean is known. No variable on a scale from a to b varies
   * more than {@code (b-m)(m-a)} around its mean m, which is the variance of one that is always a
   * or b; so Wilson's interval of a share, stretched to the scale, holds for all of them, and is
   * wider than need be for most. Empty when there is no answer.
   *
   * @see <a href="https://doi.org/10.2307/2589180">Bhatia and Davis (2000), A better bound on the
   *     variance</a>
   */
  public static Optional<Estimate> bounded(double mean, long n, double lowest, double highest) {
    if (n == 0) {
      return Optional.empty();
    }
    double length = highest - lowest;
    var share = Share.wilson((mean - lowest) / length, n);
    var interval = new Interval(lowest + length * share.low(), lowest + length * share.high());
    return Optional.of(new Estimate(mean, n, interval.with(mean)));
  }
}
