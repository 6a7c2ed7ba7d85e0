package io.feedbackplatform.core.statistics;

/**
 * How much speaks against two samples having been drawn from the same whole, by how many of each
 * have a property: the log-likelihood ratio G², twice the logarithm of how much likelier the counts
 * are with a share of its own for each sample than with one for both. Unlike Pearson's statistic it
 * holds where the property is rare, as words are.
 *
 * <p>Were both from the same whole, G² would be distributed nearly as chi-squared with one degree
 * of freedom.
 *
 * @see <a href="https://aclanthology.org/J93-1003/">Dunning (1993), Accurate methods for the
 *     statistics of surprise and coincidence, Computational Linguistics 19(1)</a>
 * @see <a href="https://aclanthology.org/W00-0901/">Rayson and Garside (2000), Comparing corpora
 *     using frequency profiling</a>
 */
public final class LogLikelihood {

  /** What chance exceeds in one of twenty comparisons: one that is looked at alone. */
  public static final double CRITICAL_ALONE = 3.84;

  /**
   * What chance exceeds in one of 10,000 comparisons: for words, of which thousands are compared at
   * once.
   *
   * @see <a href="https://ucrel.lancs.ac.uk/people/paul/publications/rbf04_jadt.pdf">Rayson,
   *     Berridge and Francis (2004), Extending the Cochran rule for the comparison of word
   *     frequencies between corpora</a>
   */
  public static final double CRITICAL_AMONG_THOUSANDS = 15.13;

  private LogLikelihood() {}

  /**
   * 0 where the shares are equal or a sample is empty.
   *
   * @param hits how many of the first sample have the property
   * @param n the size of the first sample
   */
  public static double ratio(long hits, long n, long otherHits, long otherN) {
    if (hits < 0 || hits > n || otherHits < 0 || otherHits > otherN) {
      throw new IllegalArgumentException("0 to n of a sample have the property");
    }
    double share = (double) (hits + otherHits) / (n + otherN);
    double sum =
        surprise(hits, n * share)
            + surprise(n - hits, n * (1 - share))
            + surprise(otherHits, otherN * share)
            + surprise(otherN - otherHits, otherN * (1 - share));
    return Math.max(0, 2 * sum);
  }

  private static double surprise(long observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }
}
