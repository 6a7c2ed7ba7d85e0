package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.sentiment.Sentiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the team changes about a piece of feedback, at once; what is absent stays.
 *
 * @param tags all that it is to have, as {@link Tags} has them
 */
public record FeedbackEdit(
    @Nullable Status status, @Nullable Set<String> tags, @Nullable Correction correction) {

  /**
   * A person's word on the mood.
   *
   * @param sentiment absent to let the program's word stand again
   */
  public record Correction(@Nullable Sentiment sentiment) {}

  public static FeedbackEdit move(Status status) {
    return new FeedbackEdit(status, null, null);
  }

  public static FeedbackEdit tag(Set<String> tags) {
    return new FeedbackEdit(null, tags, null);
  }

  public static FeedbackEdit correct(@Nullable Sentiment sentiment) {
    return new FeedbackEdit(null, null, new Correction(sentiment));
  }

  /** The feedback as it is then. */
  public Feedback of(Feedback before) {
    var after = status == null ? before : before.withStatus(status);
    after = tags == null ? after : after.withTags(tags);
    return correction == null ? after : after.corrected(correction.sentiment());
  }

  /** What of it differs from the feedback as it is. */
  public List<Field> changes(Feedback before) {
    var after = of(before);
    var changes = new ArrayList<Field>();
    if (after.status() != before.status()) {
      changes.add(Field.STATUS);
    }
    if (!after.tags().equals(before.tags())) {
      changes.add(Field.TAGS);
    }
    if (!after.mood().equals(before.mood())) {
      changes.add(Field.SENTIMENT);
    }
    return changes;
  }

  /** What the team may change. */
  public enum Field {
    STATUS,
    TAGS,
    SENTIMENT
  }
}
