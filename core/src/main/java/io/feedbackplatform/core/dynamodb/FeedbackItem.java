package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.feedback.Answers;
import io.feedbackplatform.core.feedback.Arrival;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.Submission;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import java.time.ZoneId;
import java.util.List;

/** Feedback as an item, and back. */
final class FeedbackItem {

  static final String STATUS = "status";
  static final String MESSAGE = "message";
  static final String TAGS = "tags";
  static final String ZONE = "zone";
  static final String FROM_OPENED_FORM = "fromOpened";

  /** Before tenants had a time zone, everybody's was this; it is left out. */
  static final ZoneId USUAL_ZONE = ZoneId.of("UTC");

  private static final String SPAM_SCORE = "spamScore";
  private static final String SPAM_REASONS = "spamReasons";

  private FeedbackItem() {}

  static Item toItem(Key key, Feedback feedback) {
    var submission = feedback.submission();
    var spam = feedback.spam();
    var item =
        Item.at(key)
            .with("siteId", feedback.site().value())
            .with("rating", submission.rating())
            .with("nps", submission.nps())
            .with("ces", submission.ces())
            .with(MESSAGE, submission.message())
            .with("name", submission.name())
            .with("email", submission.email())
            .with("category", submission.category())
            .with("page", submission.page())
            .with("locale", submission.locale())
            .with("metadata", submission.metadata())
            .with(STATUS, feedback.status())
            .withSet(TAGS, feedback.tags())
            .with("createdAt", feedback.createdAt())
            .with(ZONE, feedback.zone().equals(USUAL_ZONE) ? null : feedback.zone().getId())
            .withSecond(TableLayout.EXPIRES_AT, feedback.expiresAt())
            .withFlag("overQuota", feedback.overQuota())
            .withFlag(FROM_OPENED_FORM, feedback.fromOpenedForm());
    MoodItem.write(item, feedback.mood());
    return spam.equals(SpamScore.NONE)
        ? item
        : item.with(SPAM_SCORE, (long) spam.score()).with(SPAM_REASONS, spam.reasons());
  }

  static Feedback toFeedback(Item item) {
    return new Feedback(
        new FeedbackId(item.requiredText(TableLayout.SORT_KEY)),
        new SiteId(item.requiredText("siteId")),
        new Submission(
            new Answers(item.integer("rating"), item.integer("nps"), item.integer("ces")),
            item.text(MESSAGE),
            item.text("name"),
            item.text("email"),
            item.text("category"),
            item.text("page"),
            item.text("locale"),
            item.texts("metadata")),
        new Arrival(
            item.instant("createdAt"),
            zoneOf(item),
            item.instantOfSecond(TableLayout.EXPIRES_AT),
            spamOf(item),
            item.flag("overQuota"),
            item.flag(FROM_OPENED_FORM)),
        MoodItem.read(item),
        item.constant(STATUS, Status.class),
        item.textSet(TAGS));
  }

  private static SpamScore spamOf(Item item) {
    return new SpamScore(
        Math.toIntExact(item.number(SPAM_SCORE)), List.copyOf(item.textList(SPAM_REASONS)));
  }

  private static ZoneId zoneOf(Item item) {
    var zone = item.text(ZONE);
    return zone == null ? USUAL_ZONE : ZoneId.of(zone);
  }
}
