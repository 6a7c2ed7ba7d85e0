package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.change.Countable;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what counts from the image of a piece of feedback or an opened form, and nothing else: that
 * is what the aggregator does all day, and what a visitor wrote is none of its business.
 */
final class CountableItem {

  private static final int TEN_THOUSAND = 10_000;

  private CountableItem() {}

  static Countable of(FeedbackImage image) {
    var site = new SiteId(required(image, "siteId"));
    var at = Instant.parse(required(image, "createdAt"));
    var text = image.text(FeedbackItem.ZONE);
    var zone = text == null ? FeedbackItem.USUAL_ZONE : ZoneId.of(text);
    if (Key.holdsOpenedForms(required(image, TableLayout.PARTITION_KEY))) {
      return Countable.opened(site, at, zone);
    }
    var tags = image.texts(FeedbackItem.TAGS);
    var counts = counts(image);
    return new Countable(
        site,
        at,
        zone,
        image.flag(FeedbackItem.FROM_OPENED_FORM) ? counts.allSent() : counts,
        required(image, FeedbackItem.STATUS).equals("spam"),
        image.text("category"),
        tags == null ? List.of() : tags);
  }

  private static Counts counts(FeedbackImage image) {
    var analyzed = sentiment(required(image, MoodItem.LABEL));
    var corrected = image.text(MoodItem.CORRECTED);
    var assessment = corrected == null ? null : Assessment.byPerson(sentiment(corrected));
    return Counts.ofOne(
        integer(image, "rating"),
        integer(image, "nps"),
        integer(image, "ces"),
        assessment == null ? analyzed : assessment.label(),
        assessment == null ? score(image) : assessment.tenThousandths());
  }

  private static long score(FeedbackImage image) {
    var score = image.number(MoodItem.SCORE);
    return score == null ? 0 : Math.round(Double.parseDouble(score) * TEN_THOUSAND);
  }

  private static Sentiment sentiment(String text) {
    return switch (text) {
      case "positive" -> Sentiment.POSITIVE;
      case "neutral" -> Sentiment.NEUTRAL;
      case "negative" -> Sentiment.NEGATIVE;
      default -> throw new IllegalStateException("not a sentiment: " + text);
    };
  }

  private static @Nullable Integer integer(FeedbackImage image, String attribute) {
    var number = image.number(attribute);
    return number == null ? null : Integer.valueOf(number);
  }

  static String required(FeedbackImage image, String attribute) {
    var text = image.text(attribute);
    if (text == null) {
      throw new IllegalStateException("an image lacks its attribute " + attribute);
    }
    return text;
  }
}
