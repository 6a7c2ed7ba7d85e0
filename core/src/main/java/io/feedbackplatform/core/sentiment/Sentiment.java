package io.feedbackplatform.core.sentiment;

/** The mood of a piece of feedback. */
public enum Sentiment {
  POSITIVE,
  NEUTRAL,
  NEGATIVE
}
