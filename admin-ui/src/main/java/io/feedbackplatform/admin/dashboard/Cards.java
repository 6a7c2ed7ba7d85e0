package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.html.Div;
import io.feedbackplatform.admin.api.Figures;
import io.feedbackplatform.admin.api.Figures.Stretch;
import io.feedbackplatform.admin.api.Groups;
import io.feedbackplatform.admin.api.Themes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that a period's figures are shown in. */
final class Cards extends Div {
  private final Totals totals = new Totals();
  private final Trend trend = new Trend();
  private final SentimentBar sentiment = new SentimentBar();
  private final AnswerBars ratings = new AnswerBars("Ratings", "rating");
  private final AnswerBars nps = new AnswerBars("How likely to recommend (NPS)", "nps");
  private final AnswerBars ces = new AnswerBars("How easy it was (CES)", "ces");
  private final GroupTable categories =
      new GroupTable("Categories", "No feedback of this period has a category.");
  private final GroupTable tags =
      new GroupTable("Tags", "No feedback of this period has a tag. Open a piece to add some.");

  private final ThemeList themes;
  private @Nullable WholeDays days;

  /**
   * @param sorted told how themes are to be sorted
   */
  Cards(Consumer<Themes.Order> sorted) {
    themes = new ThemeList(sorted);
    addClassNames("cards", "cards-loading");
    add(totals, trend, sentiment, ratings, nps, ces, categories, tags, themes);
    themes.setVisible(false);
    categories.setVisible(false);
    tags.setVisible(false);
  }

  void begin() {
    addClassName("cards-loading");
  }

  boolean isLoading() {
    return hasClassName("cards-loading");
  }

  void show(Figures now, Period period, ZoneId zone) {
    removeClassName("cards-loading");
    trend.show(period.granularity(), now.series(), zone);
    Stretch range = now.range();
    if (range != null) {
      days = new WholeDays(range, zone);
      totals.show(range, now.comparison(), period);
      sentiment.show(range.distribution().sentiment(), range.filter());
      ratings.show(range.distribution().rating(), range.filter());
      nps.show(range.distribution().nps(), range.filter());
      ces.show(range.distribution().ces(), range.filter());
      nps.setVisible(!range.distribution().nps().isEmpty());
      ces.setVisible(!range.distribution().ces().isEmpty());
    }
  }

  void show(Themes now) {
    themes.setVisible(true);
    themes.show(now, note(now.from(), now.to()));
  }

  void show(Topics now, boolean oneSite) {
    categories.setVisible(true);
    tags.setVisible(true);
    show(categories, now.categories(), oneSite);
    show(tags, now.tags(), oneSite);
  }

  private void show(GroupTable table, Groups now, boolean oneSite) {
    table.show(now, note(now.from(), now.to()), oneSite);
  }

  private String note(Instant from, Instant to) {
    return days == null ? "" : days.note(from, to, getLocale());
  }
}
