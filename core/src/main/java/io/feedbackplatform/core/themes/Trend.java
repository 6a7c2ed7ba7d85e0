package io.feedbackplatform.core.themes;

import io.feedbackplatform.core.statistics.LogLikelihood;

/** How often something is said, beside the period before. */
public enum Trend {
  /** Nobody said it before. */
  NEW,
  /** More often, by more than chance does in one of twenty comparisons. */
  RISING,
  /** About as often. */
  STEADY,
  /** More rarely, by as much. */
  FALLING;

  static Trend of(double share, double before, double logLikelihood) {
    if (before == 0) {
      return NEW;
    }
    if (logLikelihood < LogLikelihood.CRITICAL_ALONE) {
      return STEADY;
    }
    return share > before ? RISING : FALLING;
  }
}
