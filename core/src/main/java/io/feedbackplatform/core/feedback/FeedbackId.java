package io.feedbackplatform.core.feedback;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A piece of feedback's identity: a UUID of version 7 (RFC 9562) in lower case, so that ids sort by
 * the time of submission.
 */
public record FeedbackId(String value) implements Comparable<FeedbackId> {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  public FeedbackId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a feedback id is a UUID of version 7 in lower case");
    }
  }

  /** A new id, greater than every id made before by this process. */
  public static FeedbackId next() {
    return new FeedbackId(UuidCreator.getTimeOrderedEpochPlus1().toString());
  }

  /** The id that the text spells, or empty when it cannot be one. */
  public static Optional<FeedbackId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new FeedbackId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(FeedbackId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
