package io.feedbackplatform.admin.api;

import org.jspecify.annotations.Nullable;

/** What feedback amounts to; a score is null where nobody answered. */
public record Scores(
    @Nullable Estimate rating,
    @Nullable Estimate csat,
    @Nullable Estimate nps,
    @Nullable Estimate ces,
    @Nullable Estimate sentiment,
    @Nullable Estimate positive,
    @Nullable Estimate negative,
    @Nullable Estimate responseRate) {
  /** Of nobody's answers. */
  public static final Scores NONE = new Scores(null, null, null, null, null, null, null, null);

  /**
   * A score, and between what it lies with 95 % confidence.
   *
   * @param n the size of the sample
   */
  public record Estimate(double value, double low, double high, long n) {}
}
