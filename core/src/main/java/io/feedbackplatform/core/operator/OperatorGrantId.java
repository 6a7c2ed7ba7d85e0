package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.id.RandomId;
import java.util.Optional;

/** A grant's identity within its tenant: 26 characters of Crockford's Base32. */
public record OperatorGrantId(String value) {

  public OperatorGrantId {
    if (!RandomId.isWellFormed(value)) {
      throw new IllegalArgumentException("a grant id has 26 characters of Crockford's Base32");
    }
  }

  public static OperatorGrantId random() {
    return new OperatorGrantId(RandomId.next());
  }

  /** The id that the text spells, or empty when it cannot be one. */
  public static Optional<OperatorGrantId> parse(String text) {
    return RandomId.isWellFormed(text) ? Optional.of(new OperatorGrantId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
