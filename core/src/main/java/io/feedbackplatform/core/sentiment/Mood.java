package io.feedbackplatform.core.sentiment;

import org.jspecify.annotations.Nullable;

/**
 * How a piece of feedback is meant, as far as anybody knows.
 *
 * @param analyzed what a program makes of it; kept while a person sees it otherwise
 * @param corrected what a person says it is, absent when nobody objects
 */
public record Mood(Assessment analyzed, @Nullable Sentiment corrected) {

  public static Mood of(Assessment analyzed) {
    return new Mood(analyzed, null);
  }

  /** What holds: the person's word, or else the program's. */
  public Assessment assessment() {
    return corrected == null ? analyzed : Assessment.byPerson(corrected);
  }

  /** Whether a second program may still have its say: nobody but the lexicon has spoken. */
  public boolean isOpen() {
    return corrected == null && analyzed.source() == Source.LEXICON;
  }

  /**
   * The same as another program sees it.
   *
   * @throws IllegalArgumentException when it is a person's word, which is a correction
   */
  public Mood assessed(Assessment other) {
    if (other.source() == Source.PERSON) {
      throw new IllegalArgumentException("a person corrects, and does not assess");
    }
    return new Mood(other, corrected);
  }

  /** The same as a person sees it; absent to let the program's word stand. */
  public Mood corrected(@Nullable Sentiment other) {
    return new Mood(analyzed, other);
  }
}
