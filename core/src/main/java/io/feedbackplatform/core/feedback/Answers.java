package io.feedbackplatform.core.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor picked on the scales that they were shown. Which values a scale has is for the
 * rules of a {@link Submission} to say.
 *
 * @param rating 1 to 5: how satisfied they are (CSAT)
 * @param nps 0 to 10: how likely they are to recommend it (Net Promoter Score)
 * @param ces 1 to 7: how much they agree that it was easy (Customer Effort Score)
 */
public record Answers(@Nullable Integer rating, @Nullable Integer nps, @Nullable Integer ces) {

  public static final Answers NONE = new Answers(null, null, null);

  /** A rating, or nothing. */
  public static Answers rating(@Nullable Integer rating) {
    return new Answers(rating, null, null);
  }

  boolean isEmpty() {
    return equals(NONE);
  }
}
