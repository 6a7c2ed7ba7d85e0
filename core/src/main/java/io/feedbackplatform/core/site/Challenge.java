package io.feedbackplatform.core.site;

/** What pages of a site must show before they may leave feedback. */
public enum Challenge {
  /** Nothing. */
  NONE,
  /** That their browser has worked for it, for a fraction of a second. */
  PROOF_OF_WORK
}
