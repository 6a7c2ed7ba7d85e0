package io.feedbackplatform.admin.dashboard;

import io.feedbackplatform.admin.api.Changes;
import io.feedbackplatform.admin.api.Changes.Change;
import io.feedbackplatform.admin.api.Scores;
import io.feedbackplatform.admin.api.Scores.Estimate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The scores that a card is shown of, in this order. */
enum Score {
  RATING("Average rating", "Mean of 1 to 5 stars", Unit.MEAN, Scores::rating, Changes::rating),
  CSAT("CSAT", "Share of ratings with 4 or 5 stars", Unit.PERCENT, Scores::csat, Changes::csat),
  NPS("NPS", "Promoters less detractors, -100 to 100", Unit.NET, Scores::nps, Changes::nps),
  CES("Customer effort", "Mean of 1 to 7, 7 is easy", Unit.MEAN, Scores::ces, Changes::ces),
  POSITIVE("Positive", "Share that sounds so", Unit.PERCENT, Scores::positive, Changes::positive),
  NEGATIVE("Negative", "Share that sounds so", Unit.PERCENT, Scores::negative, Changes::negative),
  RESPONSE(
      "Response rate",
      "Share of opened forms that were sent",
      Unit.PERCENT,
      Scores::responseRate,
      Changes::responseRate);

  /** How a score is written. */
  enum Unit {
    MEAN,
    PERCENT,
    NET
  }

  private final String words;
  private final String meaning;
  private final Unit unit;
  private final Function<Scores, @Nullable Estimate> estimate;
  private final Function<Changes, @Nullable Change> change;

  Score(
      String words,
      String meaning,
      Unit unit,
      Function<Scores, @Nullable Estimate> estimate,
      Function<Changes, @Nullable Change> change) {
    this.words = words;
    this.meaning = meaning;
    this.unit = unit;
    this.estimate = estimate;
    this.change = change;
  }

  String words() {
    return words;
  }

  String meaning() {
    return meaning;
  }

  @Nullable Estimate in(Scores scores) {
    return estimate.apply(scores);
  }

  @Nullable Change in(@Nullable Changes changes) {
    return changes == null ? null : change.apply(changes);
  }

  /** Whether it is good news when it falls. */
  boolean isBetterLow() {
    return this == NEGATIVE;
  }

  /** What the feedback behind it has in common beside its time. */
  Map<String, String> filter() {
    return switch (this) {
      case POSITIVE -> Map.of("sentiment", "positive");
      case NEGATIVE -> Map.of("sentiment", "negative");
      case RATING -> Map.of("rating", "1,2,3,4,5");
      case CSAT -> Map.of("rating", "4,5");
      case NPS -> Map.of("nps", "0,1,2,3,4,5,6,7,8,9,10");
      case CES -> Map.of("ces", "1,2,3,4,5,6,7");
      // Forms that were opened and not sent left no feedback.
      case RESPONSE -> Map.of();
    };
  }

  /** What a link to that feedback promises. */
  String behind() {
    return this == RESPONSE ? "all feedback of this period" : "the feedback behind it";
  }

  String format(double value, Locale locale) {
    return switch (unit) {
      case MEAN -> String.format(locale, "%.2f", value);
      case PERCENT -> String.format(locale, "%.0f %%", value);
      case NET -> Signed.of(value, 0, locale);
    };
  }

  String formatChange(double value, Locale locale) {
    return switch (unit) {
      case MEAN -> Signed.of(value, 2, locale);
      case PERCENT, NET -> Signed.of(value, 1, locale) + " points";
    };
  }

  /**
   * What it is from.
   *
   * @param number the size of the sample as it is written
   */
  String sample(String number, long n) {
    return switch (this) {
      case POSITIVE, NEGATIVE -> number + (n == 1 ? " piece" : " pieces");
      case RESPONSE -> number + (n == 1 ? " opened form" : " opened forms");
      case RATING, CSAT, NPS, CES -> number + (n == 1 ? " answer" : " answers");
    };
  }

  /** Between what it lies. */
  String interval(Estimate of, Locale locale) {
    return format(of.low(), locale) + " to " + format(of.high(), locale);
  }
}
