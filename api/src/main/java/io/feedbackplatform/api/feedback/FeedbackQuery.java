package io.feedbackplatform.api.feedback;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.feedback.Choices;
import io.feedbackplatform.core.feedback.FeedbackFilter;
import io.feedbackplatform.core.feedback.Span;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.Tags;
import io.feedbackplatform.core.feedback.Topic;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.themes.Term;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a list that say what it shows, read without guessing. */
final class FeedbackQuery {

  static final int LONGEST_SEARCH = 200;
  private static final int LONGEST_CATEGORY = 50;

  /** More than any scale has. */
  private static final int MOST_ANSWERS = 20;

  private final Map<String, String> sent = new LinkedHashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  FeedbackQuery with(String name, @Nullable String value) {
    if (value != null) {
      sent.put(name, value);
    }
    return this;
  }

  /** What a cursor of this list is bound to. */
  String text() {
    return sent.isEmpty()
        ? "feedback"
        : sent.entrySet().stream()
            .map(parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "feedback?", ""));
  }

  /**
   * @param own tells the tenant's own sites
   * @throws DomainException.InvalidInput naming every parameter that is wrong
   */
  FeedbackFilter filter(Predicate<SiteId> own) {
    var status = status();
    var filter =
        (status == null ? FeedbackFilter.NO_SPAM : FeedbackFilter.only(status))
            .during(span())
            .from(site(own))
            .answering(new Choices(scale("rating", 1, 5), scale("nps", 0, 10), scale("ces", 1, 7)))
            .feeling(sentiment())
            .about(
                Topic.of(
                        text("category", LONGEST_CATEGORY),
                        text("tag", Tags.LONGEST),
                        text("q", LONGEST_SEARCH))
                    .speakingOf(term()));
    if (!violations.isEmpty()) {
      throw new DomainException.InvalidInput(violations);
    }
    return filter;
  }

  private @Nullable Status status() {
    return word("status", StatusWord::parse, "invalid_status", StatusWord.NEEDED);
  }

  private @Nullable Sentiment sentiment() {
    return word("sentiment", SentimentWord::parse, "invalid_sentiment", SentimentWord.NEEDED);
  }

  private <T> @Nullable T word(
      String name, Function<String, Optional<T>> parse, String code, String needed) {
    var text = sent.get(name);
    if (text == null) {
      return null;
    }
    var value = parse.apply(text);
    if (value.isEmpty()) {
      refuse(name, code, needed);
    }
    return value.orElse(null);
  }

  private Span span() {
    var from = instant("from");
    var to = instant("to");
    if (from != null && to != null && !from.isBefore(to)) {
      refuse("to", "not_after_from", "Send an instant after 'from': what is shown is before 'to'.");
    }
    return new Span(from, to);
  }

  private @Nullable Instant instant(String name) {
    var text = sent.get(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException notAnInstant) {
      refuse(name, "invalid_instant", "Send an instant in UTC like 2026-11-01T00:00:00Z.");
      return null;
    }
  }

  /** A foreign site, an unknown one and nonsense are told alike. */
  private @Nullable SiteId site(Predicate<SiteId> own) {
    var text = sent.get("siteId");
    if (text == null) {
      return null;
    }
    var site = RandomId.isWellFormed(text) ? new SiteId(text) : null;
    if (site == null || !own.test(site)) {
      refuse("siteId", "unknown_site", "Send the id of one of the tenant's sites.");
    }
    return site;
  }

  /** One answer or several; none where the scale does not matter. */
  private Set<Integer> scale(String name, int least, int most) {
    var text = sent.get(name);
    var wanted = new TreeSet<Integer>();
    for (var part : text == null ? new String[0] : text.split(",", MOST_ANSWERS + 1)) {
      int answer = part.matches("0|[1-9][0-9]?") ? Integer.parseInt(part) : -1;
      if (answer < least || answer > most) {
        refuse(
            name,
            "out_of_range",
            "Send a whole number from " + least + " to " + most + ", or several with commas.");
        return Set.of();
      }
      wanted.add(answer);
    }
    return wanted;
  }

  private @Nullable Term term() {
    var text = text("term", Term.LONGEST);
    var term = text == null ? Optional.<Term>empty() : Term.of(text);
    if (text != null && term.isEmpty()) {
      refuse("term", "invalid_term", "Send one word, or two that stand side by side.");
    }
    return term.orElse(null);
  }

  private @Nullable String text(String name, int longest) {
    var text = sent.get(name);
    if (text == null) {
      return null;
    }
    if (text.isBlank() || text.codePointCount(0, text.length()) > longest) {
      refuse(name, "invalid_text", "Send 1 to " + longest + " characters.");
      return null;
    }
    return text;
  }

  private void refuse(String parameter, String code, String message) {
    violations.add(new Violation(parameter, code, message));
  }
}
