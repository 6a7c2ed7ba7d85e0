package io.feedbackplatform.api.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.feedbackplatform.core.feedback.FeedbackFilter;
import io.feedbackplatform.core.feedback.FeedbackStore;
import io.feedbackplatform.core.feedback.Span;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.themes.Themes;
import java.time.Duration;

/**
 * Reads what visitors wrote, the newest of it where there is much, and tells its themes. What was
 * told is remembered for a minute: all who have the dashboard open ask the same.
 */
final class ReadThemes {

  private static final Duration MEMORY = Duration.ofMinutes(1);

  /** Themes of all answers that are remembered: about 6 MB. */
  private static final long MOST_REMEMBERED = 10_000;

  private final FeedbackStore store;
  private final Cache<Asked, ThemesResponse> told;

  ReadThemes(FeedbackStore store, Ticker ticker) {
    this.store = store;
    this.told =
        Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .weigher((Asked asked, ThemesResponse answer) -> 1 + answer.themes().size())
            .expireAfterWrite(MEMORY)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  private record Asked(TenantId tenant, ThemesQuery query) {}

  /** As it was within the last minute. */
  ThemesResponse read(TenantId tenant, ThemesQuery query) {
    return told.get(new Asked(tenant, query), asked -> tell(asked.tenant(), asked.query()));
  }

  private ThemesResponse tell(TenantId tenant, ThemesQuery query) {
    var range = query.range();
    var before = range.before();
    var now = messages(tenant, query, range);
    var former = messages(tenant, query, before);
    var themes = Themes.of(now.said(), former.said(), query.order(), query.limit());
    return new ThemesResponse(
        range.from(),
        range.to(),
        range.zone().getId(),
        new ThemesResponse.Previous(before.from(), before.to()),
        now.told(),
        former.told(),
        themes.stream()
            .map(theme ->
                ThemesResponse.Theme.of(
                    theme, ThemesQuery.filter(query.scope(), now.from(), range.to(), theme.term())))
            .toList());
  }

  private Messages messages(TenantId tenant, ThemesQuery query, TimeRange range) {
    var messages = new Messages(FeedbackFilter.NO_SPAM.from(query.site()), range);
    if (store.readNewest(tenant, new Span(range.from(), range.to()), messages::take)) {
      messages.end();
    }
    return messages;
  }
}
