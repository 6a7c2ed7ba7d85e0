package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Feedback in numbers by category or tag, those with the most first.
 *
 * @param from the first instant of the whole days that they are of
 * @param to exclusive
 * @param names how many there are, those included that are not listed
 * @param complete whether the whole period was read
 */
public record Groups(Instant from, Instant to, int names, boolean complete, List<Group> items) {

  public Groups {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
  }

  /**
   * One of them.
   *
   * @param filter lists the feedback behind it
   */
  public record Group(
      String name,
      long totalFeedback,
      Scores scores,
      @Nullable Changes changes,
      Map<String, String> filter) {

    public Group {
      Objects.requireNonNull(name, "name");
      scores = Objects.requireNonNullElse(scores, Scores.NONE);
      filter = Objects.requireNonNullElse(filter, Map.of());
    }
  }
}
