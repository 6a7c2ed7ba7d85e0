package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.Submission;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import java.util.List;

/** Feedback as an item, and back. */
final class FeedbackItem {

  static final String STATUS = "status";

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
            .with("message", submission.message())
            .with("name", submission.name())
            .with("email", submission.email())
            .with("category", submission.category())
            .with("page", submission.page())
            .with("locale", submission.locale())
            .with("metadata", submission.metadata())
            .with("sentiment", feedback.sentiment())
            .with(STATUS, feedback.status())
            .with("createdAt", feedback.createdAt())
            .withSecond(TableLayout.EXPIRES_AT, feedback.expiresAt())
            .withFlag("overQuota", feedback.overQuota());
    return spam.equals(SpamScore.NONE)
        ? item
        : item.with(SPAM_SCORE, (long) spam.score()).with(SPAM_REASONS, spam.reasons());
  }

  static Feedback toFeedback(Item item) {
    return new Feedback(
        new FeedbackId(item.requiredText(TableLayout.SORT_KEY)),
        new SiteId(item.requiredText("siteId")),
        new Submission(
            item.integer("rating"),
            item.text("message"),
            item.text("name"),
            item.text("email"),
            item.text("category"),
            item.text("page"),
            item.text("locale"),
            item.texts("metadata")),
        item.constant("sentiment", Sentiment.class),
        item.constant(STATUS, Status.class),
        new SpamScore(
            Math.toIntExact(item.number(SPAM_SCORE)), List.copyOf(item.textList(SPAM_REASONS))),
        item.instant("createdAt"),
        item.instantOfSecond(TableLayout.EXPIRES_AT),
        item.flag("overQuota"));
  }
}
