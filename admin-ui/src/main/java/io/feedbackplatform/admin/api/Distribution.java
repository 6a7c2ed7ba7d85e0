package io.feedbackplatform.admin.api;

import java.util.List;
import java.util.Objects;

/** How often each answer was given; empty for a question that nobody answered. */
public record Distribution(List<Bar> rating, List<Bar> nps, List<Bar> ces, List<Bar> sentiment) {
  /** Nobody answered anything. */
  public static final Distribution NONE =
      new Distribution(List.of(), List.of(), List.of(), List.of());

  public Distribution {
    rating = List.copyOf(Objects.requireNonNullElse(rating, List.of()));
    nps = List.copyOf(Objects.requireNonNullElse(nps, List.of()));
    ces = List.copyOf(Objects.requireNonNullElse(ces, List.of()));
    sentiment = List.copyOf(Objects.requireNonNullElse(sentiment, List.of()));
  }

  /** One answer. */
  public record Bar(String value, long count, double percentage) {}
}
