package io.feedbackplatform.core.statistics;

import java.util.Optional;

/**
 * The share of those who are for something less the share of those who are against it, from -1 to
 * 1, as the Net Promoter Score is.
 *
 * <p>Each answer is 1, 0 or -1, a trinomial variable of the variance {@code p + d - (p - d)²}. The
 * interval is the adjusted Wald interval: ¾ are added to both sides and 3 to the sample before the
 * mean m and its variance v are taken, and it is {@code m ± z √(v/(n+3))}, cut off at -1 and 1 and
 * stretched to the score itself where that lies outside. So even one answer has an interval, which
 * says that it says little; without any answer there is no score.
 *
 * @see <a href="https://measuringu.com/nps-confidence-intervals/">Lewis and Sauro (2021),
 *     Confidence intervals for Net Promoter Scores, after Rocks (2016), Interval estimation for the
 *     "Net Promoter Score", The American Statistician 70</a>
 */
public final class NetScore {

  private NetScore() {}

  /**
   * Empty when there is no answer.
   *
   * @param n all answers, with those that are neither for nor against
   */
  public static Optional<Estimate> of(long promoters, long detractors, long n) {
    if (promoters < 0 || detractors < 0 || promoters + detractors > n) {
      throw new IllegalArgumentException("0 to n answers are for or against");
    }
    if (n == 0) {
      return Optional.empty();
    }
    double size = n + 3.0;
    double p = (promoters + 0.75) / size;
    double d = (detractors + 0.75) / size;
    double half = Estimate.Z * Math.sqrt((p + d - (p - d) * (p - d)) / size);
    double score = (double) (promoters - detractors) / n;
    var interval = new Interval(p - d - half, p - d + half).within(-1, 1).with(score);
    return Optional.of(new Estimate(score, n, interval));
  }
}
