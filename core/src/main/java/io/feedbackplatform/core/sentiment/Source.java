package io.feedbackplatform.core.sentiment;

/** Who judged the mood of a piece of feedback. */
public enum Source {
  LEXICON,
  COMPREHEND,
  /** Somebody of the team, against whom no program has a say. */
  PERSON
}
