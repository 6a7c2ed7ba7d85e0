package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sort keys among which the feedback of a stretch of time lies, both ends included. */
record IdRange(String lowest, String highest) {

  /**
   * Before all ids, and, for the next 3,000 years, after them: they begin with a digit. Markers of
   * fences lie behind.
   */
  private static final IdRange ALL = new IdRange("0", ":");

  /**
   * An id is made a moment after the time of submission is noted, or before, where a clock is set
   * back: by less than that.
   */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private static final Instant FIRST = Instant.EPOCH.plus(SLACK);
  private static final Instant LAST = Instant.parse("5000-01-01T00:00:00Z");

  /**
   * @param after where the page before ended, which is not in the range
   */
  static IdRange of(Span span, @Nullable FeedbackId after) {
    var lowest = span.from() == null ? ALL.lowest() : earliest(within(span.from()).minus(SLACK));
    var highest = span.to() == null ? ALL.highest() : earliest(within(span.to()).plus(SLACK));
    var below = after == null ? ALL.highest() : textBelow(after);
    return new IdRange(lowest, below.compareTo(highest) < 0 ? below : highest);
  }

  /** Such a range has no ids, and DynamoDB refuses to look. */
  boolean isEmpty() {
    return lowest.compareTo(highest) > 0;
  }

  private static Instant within(Instant at) {
    if (at.isBefore(FIRST)) {
      return FIRST;
    }
    return at.isAfter(LAST) ? LAST : at;
  }

  /** The lowest id of a millisecond (RFC 9562, section 5.7). */
  private static String earliest(Instant at) {
    return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L).toString();
  }

  /** The text between which and the id no other id lies; the variant's bits leave it room. */
  private static String textBelow(FeedbackId id) {
    var uuid = UUID.fromString(id.value());
    return new UUID(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits() - 1).toString();
  }
}
