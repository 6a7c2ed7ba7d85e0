package io.feedbackplatform.core.sentiment;

import org.jspecify.annotations.Nullable;

/** Tells the mood of feedback from what was said and how it was rated. Never fails, never waits. */
@FunctionalInterface
public interface SentimentAnalyzer {

  /**
   * @param message what the visitor wrote, if anything
   * @param rating 1 to 5, if given
   * @param locale language tag of the visitor (BCP 47), if known; a hint, which may be wrong
   */
  Assessment analyze(@Nullable String message, @Nullable Integer rating, @Nullable String locale);
}
