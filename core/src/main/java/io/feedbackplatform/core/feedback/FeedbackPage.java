package io.feedbackplatform.core.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param next where the list goes on, absent at its end
 */
public record FeedbackPage(List<Feedback> items, @Nullable FeedbackId next) {

  /**
   * Characters of what visitors and the team wrote, in one page. An answer of Lambda's holds 6 MB
   * as JSON within JSON, where a character takes at most 7 bytes (Lambda quotas, "Invocation
   * payload").
   */
  static final int MOST_TEXT = 800_000;

  public FeedbackPage {
    items = List.copyOf(items);
  }

  /**
   * The page that begins with the first item and ends with the limit, or before it when its items
   * have more text than fits an answer. What has expired is left out.
   *
   * @param newestFirst at least one item more than the limit, unless there are no more
   * @param end where reading stopped although there may be more, absent if there is no more
   */
  public static FeedbackPage of(
      List<Feedback> newestFirst, int limit, Instant now, @Nullable FeedbackId end) {
    int length = 0;
    long text = 0;
    while (length < Math.min(limit, newestFirst.size())) {
      text += textOf(newestFirst.get(length));
      if (length > 0 && text > MOST_TEXT) {
        break;
      }
      length++;
    }
    var read = newestFirst.subList(0, length);
    return new FeedbackPage(
        read.stream().filter(item -> !item.isExpiredAt(now)).toList(),
        newestFirst.size() > length ? read.getLast().id() : end);
  }

  private static long textOf(Feedback item) {
    var said = item.submission();
    var texts =
        Stream.of(
            said.message(), said.name(), said.email(), said.category(), said.page(), said.locale());
    var facts =
        said.metadata().entrySet().stream()
            .flatMap(fact -> Stream.of(fact.getKey(), fact.getValue()));
    var words = Stream.concat(item.assessment().words().stream(), item.tags().stream());
    return Stream.of(texts.filter(Objects::nonNull), facts, words)
        .flatMap(all -> all)
        .mapToLong(String::length)
        .sum();
  }
}
