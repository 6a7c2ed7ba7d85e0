package io.feedbackplatform.core.feedback;

/** Where the team stands with a piece of feedback. */
public enum Status {
  NEW,
  OPEN,
  IN_PROGRESS,
  RESOLVED,
  /** Sent by no visitor; it counts nowhere and alerts nobody. */
  SPAM,
  ARCHIVED
}
