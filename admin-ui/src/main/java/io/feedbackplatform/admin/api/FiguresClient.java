package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the HTTP API about a tenant's feedback in numbers. */
public final class FiguresClient {
  private static final int LISTED = 8;
  private static final int THEMES = 12;
  private static final int UNKNOWN = 404;

  private final ApiCalls calls;

  FiguresClient(ApiCalls calls) {
    this.calls = calls;
  }

  /**
   * Which figures are asked for.
   *
   * @param from the first instant; null for the granularity's default range
   * @param siteId null for all sites
   */
  public record Question(
      Granularity granularity, @Nullable Instant from, @Nullable String siteId) {}

  /**
   * The figures, their course, and how they compare with the period before.
   *
   * @param etag of the last answer to the same question, or null
   */
  public Answer<Figures> figures(Caller caller, Question question, @Nullable String etag) {
    String since = question.from() == null ? "" : "&from=" + encode(question.from().toString());
    String of = question.siteId() == null ? "" : "&siteId=" + encode(question.siteId());
    return calls.ask(
        "/analytics?granularity=" + question.granularity().parameter() + since + of,
        caller,
        etag,
        Figures.class);
  }

  /** The figures of each category in whole days. */
  public Groups categories(Caller caller, Figures.Stretch in) {
    return calls.read("/analytics/categories" + query(in, LISTED), caller, Groups.class);
  }

  /** The figures of each tag in whole days. */
  public Groups tags(Caller caller, Figures.Stretch in) {
    return calls.read("/analytics/tags" + query(in, LISTED), caller, Groups.class);
  }

  /** The tags of the last 30 days, those that are used most first. */
  public List<String> tags(Caller caller) {
    return calls.read("/analytics/tags?limit=100", caller, Groups.class).items().stream()
        .map(Groups.Group::name)
        .toList();
  }

  /** What visitors talk about in whole days; nothing from an API that does not know. */
  public Optional<Themes> themes(
      Caller caller, Figures.Stretch in, @Nullable String siteId, Themes.Order order) {
    String of = siteId == null ? "" : "&siteId=" + encode(siteId);
    String path = "/analytics/themes" + query(in, THEMES) + "&order=" + order.parameter() + of;
    try {
      return Optional.of(calls.read(path, caller, Themes.class));
    } catch (ApiException.Problem problem) {
      if (problem.status() == UNKNOWN) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  private static String query(Figures.Stretch in, int limit) {
    return "?from=%s&to=%s&limit=%d"
        .formatted(encode(in.from().toString()), encode(in.to().toString()), limit);
  }

  private static String encode(String value) {
    return ApiCalls.encode(value);
  }
}
