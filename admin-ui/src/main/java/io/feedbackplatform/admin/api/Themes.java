package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What visitors talk about.
 *
 * @param from the first instant of the whole days that they are of
 * @param to exclusive
 * @param read how much of these days they are from
 */
public record Themes(Instant from, Instant to, Read read, List<Theme> themes) {

  public Themes {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(read, "read");
    themes = List.copyOf(Objects.requireNonNullElse(themes, List.of()));
  }

  /** By what themes are sorted. */
  public enum Order {
    FREQUENT("frequent"),
    RISING("rising");

    private final String parameter;

    Order(String parameter) {
      this.parameter = parameter;
    }

    String parameter() {
      return parameter;
    }
  }

  /**
   * How much was read.
   *
   * @param complete whether that is all there was
   */
  public record Read(long feedback, boolean complete) {}

  /**
   * A word or two that several say.
   *
   * @param feedback how many say it
   * @param share of the messages, 0 to 1
   * @param before how many said it in the period before
   * @param trend new, rising, steady or falling
   * @param significant whether that is beyond chance
   * @param sentimentScore how they sound who say it, -1 to 1
   * @param filter lists the feedback behind it
   */
  public record Theme(
      String term,
      long feedback,
      double share,
      long before,
      String trend,
      boolean significant,
      double sentimentScore,
      Map<String, String> filter) {

    public Theme {
      Objects.requireNonNull(term, "term");
      trend = Objects.requireNonNullElse(trend, "steady");
      filter = Objects.requireNonNullElse(filter, Map.of());
    }
  }
}
