package io.feedbackplatform.admin.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** By how much a period differs from the one before; null where nobody answered in one of them. */
public record Changes(
    Total totalFeedback,
    @Nullable Change rating,
    @Nullable Change csat,
    @Nullable Change nps,
    @Nullable Change ces,
    @Nullable Change sentiment,
    @Nullable Change positive,
    @Nullable Change negative,
    @Nullable Change responseRate) {

  public Changes {
    totalFeedback = Objects.requireNonNullElse(totalFeedback, new Total(0, null));
  }

  /**
   * By how much a score differs.
   *
   * @param significant whether it does so with 95 % confidence
   */
  public record Change(double value, double low, double high, boolean significant) {}

  /**
   * By how many pieces.
   *
   * @param percentage null where there were none before
   */
  public record Total(long value, @Nullable Double percentage) {}
}
