package io.feedbackplatform.core.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, open on a side where nothing is given.
 *
 * @param from its first instant
 * @param to the first instant after it
 */
public record Span(@Nullable Instant from, @Nullable Instant to) {

  public static final Span EVER = new Span(null, null);

  public boolean holds(Instant at) {
    return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
  }
}
