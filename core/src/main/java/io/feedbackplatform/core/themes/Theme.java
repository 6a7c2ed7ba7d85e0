package io.feedbackplatform.core.themes;

import io.feedbackplatform.core.statistics.LogLikelihood;
import java.util.List;

/**
 * Something that several say.
 *
 * @param feedback how many messages have the term
 * @param share of all messages of the period, 0 to 1
 * @param before how many messages of the period before had it
 * @param beforeShare of all messages of that period
 * @param logLikelihood how much speaks against the shares differing by chance
 * @param mood the mean of the messages' scores, -1 to 1
 * @param examples ids of the first messages that have it
 */
public record Theme(
    Term term,
    int feedback,
    double share,
    int before,
    double beforeShare,
    double logLikelihood,
    double mood,
    List<String> examples) {

  public static final int MOST_EXAMPLES = 3;

  public Theme {
    examples = List.copyOf(examples);
  }

  public Trend trend() {
    return Trend.of(share, beforeShare, logLikelihood);
  }

  /** Whether the shares differ by more than chance does among thousands of terms. */
  public boolean isSignificant() {
    return logLikelihood >= LogLikelihood.CRITICAL_AMONG_THOUSANDS;
  }
}
