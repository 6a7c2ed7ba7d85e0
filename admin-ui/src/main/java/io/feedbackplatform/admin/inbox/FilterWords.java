package io.feedbackplatform.admin.inbox;

import io.feedbackplatform.admin.api.FeedbackFilter;
import io.feedbackplatform.admin.api.Site;
import io.feedbackplatform.admin.look.Stars;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what a filter asks for. */
final class FilterWords {
  private static final List<String> TIMES = List.of("from", "to");

  private final FilterNames names;
  private final Locale locale;

  /** One of the things asked for, and the parameters that ask for it. */
  record Part(String words, List<String> parameters) {}

  FilterWords(FilterNames names, Locale locale) {
    this.names = names;
    this.locale = locale;
  }

  List<Part> of(FeedbackFilter filter) {
    List<Part> parts = new ArrayList<>();
    filter
        .parameters()
        .forEach((name, value) -> {
          if (!TIMES.contains(name)) {
            parts.add(new Part(words(name, value), List.of(name)));
          }
        });
    String times = times(filter);
    if (!times.isEmpty()) {
      parts.add(new Part(times, TIMES));
    }
    return parts;
  }

  private String words(String name, String value) {
    return switch (name) {
      case "q" -> "Says “" + value + "”";
      case "term" -> "Speaks of “" + value + "”";
      case "status" -> "Status: " + status(value);
      case "sentiment" -> "Mood: " + value;
      case "rating" -> "Rating: " + stars(value);
      case "nps" -> "NPS answer: " + answers(value);
      case "ces" -> "CES answer: " + answers(value);
      case "tag" -> "Tag: " + value;
      case "category" -> "Category: " + value;
      case "siteId" -> "Site: " + names.site(value).map(Site::name).orElse("another one");
      default -> name + ": " + value;
    };
  }

  static String status(String status) {
    return status.replace('_', ' ');
  }

  /** Ratings, one or several of which are to be there. */
  static String stars(String ratings) {
    return ratings.equals("1,2,3,4,5")
        ? "any"
        : Stream.of(ratings.split(","))
            .map(one -> one.matches("[1-5]") ? Stars.text(Integer.valueOf(one)) : one)
            .collect(Collectors.joining(" or "));
  }

  // A run of answers reads better by its ends.
  private static String answers(String values) {
    if (!values.matches("\\d+(,\\d+)+")) {
      return values;
    }
    List<Integer> numbers = Stream.of(values.split(",")).map(Integer::valueOf).sorted().toList();
    int first = numbers.getFirst();
    int last = numbers.getLast();
    return last - first == numbers.size() - 1 ? first + " to " + last : values.replace(",", " or ");
  }

  private String times(FeedbackFilter filter) {
    Optional<ZonedDateTime> from = filter.get("from").flatMap(this::time);
    Optional<ZonedDateTime> to = filter.get("to").flatMap(this::time);
    boolean days =
        from.stream().allMatch(this::isMidnight) && to.stream().allMatch(this::isMidnight);
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(days ? "d MMM uuuu" : "d MMM uuuu, HH:mm", locale);
    // The end is exclusive: of days, the one before is the last.
    Optional<String> end = to.map(time -> format.format(days ? time.minusNanos(1) : time));
    Optional<String> start = from.map(format::format);
    if (start.isPresent() && end.isPresent()) {
      return start.equals(end) ? start.get() : start.get() + " – " + end.get();
    }
    return start
        .map(words -> "Since " + words)
        .or(() -> end.map(words -> "Until " + words))
        .orElse("");
  }

  private boolean isMidnight(ZonedDateTime time) {
    return time.toLocalDate().atStartOfDay(names.zone()).toLocalTime().equals(time.toLocalTime())
        || time.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private Optional<ZonedDateTime> time(String instant) {
    try {
      return Optional.of(Instant.parse(instant).atZone(names.zone()));
    } catch (DateTimeException notAnInstant) {
      return Optional.empty();
    }
  }
}
