package io.feedbackplatform.admin.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which feedback a list shows: the API's own parameters, so that a filter of its answers can be
 * passed on as it is.
 *
 * @param parameters by name, in the order in which people read them
 */
public record FeedbackFilter(Map<String, String> parameters) {
  /** The names of what can be asked for. */
  public static final List<String> NAMES =
      List.of(
          "q",
          "term",
          "status",
          "sentiment",
          "rating",
          "nps",
          "ces",
          "tag",
          "category",
          "siteId",
          "from",
          "to");

  /** Everything but spam. */
  public static final FeedbackFilter NONE = new FeedbackFilter(Map.of());

  public FeedbackFilter {
    Map<String, String> known = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = parameters.get(name);
      if (value != null && !value.isBlank()) {
        known.put(name, value);
      }
    }
    parameters = Collections.unmodifiableMap(known);
  }

  /** Whether everything but spam is shown. */
  public boolean isEmpty() {
    return parameters.isEmpty();
  }

  /** What is asked of one of them. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** The same, and this; nothing asks no more for it. */
  public FeedbackFilter with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new FeedbackFilter(more);
  }

  /** The same, but for these. */
  public FeedbackFilter without(List<String> names) {
    Map<String, String> fewer = new LinkedHashMap<>(parameters);
    names.forEach(fewer::remove);
    return new FeedbackFilter(fewer);
  }

  /** As the query of an address, without its question mark; empty for everything. */
  public String query() {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + ApiCalls.encode(one.getValue()))
        .collect(Collectors.joining("&"));
  }
}
