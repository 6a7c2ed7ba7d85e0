package io.feedbackplatform.core.themes;

import io.feedbackplatform.core.statistics.LogLikelihood;

/** A term that may be a theme, as often as it was counted among all messages of two periods. */
record Candidate(String term, int feedback, int messages, int before, int messagesBefore) {

  double share() {
    return (double) feedback / messages;
  }

  double beforeShare() {
    return messagesBefore == 0 ? 0 : (double) before / messagesBefore;
  }

  double logLikelihood() {
    return LogLikelihood.ratio(feedback, messages, before, messagesBefore);
  }

  boolean isRising() {
    return share() > beforeShare();
  }

  Candidate counted(int exactly) {
    return new Candidate(term, exactly, messages, before, messagesBefore);
  }
}
