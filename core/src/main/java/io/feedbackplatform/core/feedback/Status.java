package io.feedbackplatform.core.feedback;

/** Where the team stands with a piece of feedback. */
public enum Status {
  NEW,
  OPEN,
  IN_PROGRESS,
  RESOLVED,
  SPAM,
  ARCHIVED
}
