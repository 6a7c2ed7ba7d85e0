package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.feedback.FeedbackFilter;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.FeedbackStore;
import io.feedbackplatform.core.feedback.Span;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.themes.Said;
import io.feedbackplatform.core.themes.Themes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads what visitors wrote, the newest of it where there is much, and tells its themes. */
final class ReadThemes {

  /** Of each period; more makes themes hardly surer, and every answer slower. */
  private static final int MOST_FEEDBACK = 2_000;

  /** Characters of each period: ten times as many as so much feedback usually has. */
  private static final int MOST_TEXT = 2_000_000;

  /** Where few of much feedback are from the site, or are no spam, reading ends, too. */
  private static final int MOST_PAGES = 40;

  private static final int PAGE = 100;

  private final FeedbackStore store;

  ReadThemes(FeedbackStore store) {
    this.store = store;
  }

  ThemesResponse read(TenantId tenant, ThemesQuery query) {
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

  /**
   * What was read of a period.
   *
   * @param from when the oldest of it was submitted, or the begin of the period if that is all
   */
  private record Messages(List<Said> said, int feedback, Instant from, boolean complete) {

    ThemesResponse.Read told() {
      return new ThemesResponse.Read(feedback, said.size(), complete, from);
    }
  }

  private Messages messages(TenantId tenant, ThemesQuery query, TimeRange range) {
    var filter =
        FeedbackFilter.NO_SPAM.during(new Span(range.from(), range.to())).from(query.site());
    var said = new ArrayList<Said>();
    int feedback = 0;
    int text = 0;
    var oldest = range.to();
    FeedbackId after = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      var read = store.list(tenant, filter, PAGE, after);
      for (var item : read.items()) {
        feedback++;
        oldest = item.createdAt().isBefore(oldest) ? item.createdAt() : oldest;
        var message = item.submission().message();
        if (message != null) {
          text += message.length();
          said.add(new Said(item.id().value(), message, item.assessment().score()));
        }
      }
      after = read.next();
      if (after == null) {
        return new Messages(said, feedback, range.from(), true);
      }
      if (feedback >= MOST_FEEDBACK || text >= MOST_TEXT) {
        break;
      }
    }
    return new Messages(said, feedback, oldest, false);
  }
}
