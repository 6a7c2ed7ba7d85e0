package io.feedbackplatform.core.member;

import io.feedbackplatform.core.id.RandomId;
import java.util.Optional;

/** An invitation's identity within its tenant: 26 characters of Crockford's Base32. */
public record InvitationId(String value) {

  public InvitationId {
    if (!RandomId.isWellFormed(value)) {
      throw new IllegalArgumentException(
          "an invitation id has 26 characters of Crockford's Base32");
    }
  }

  public static InvitationId random() {
    return new InvitationId(RandomId.next());
  }

  /** The id that the text spells, or empty when it cannot be one. */
  public static Optional<InvitationId> parse(String text) {
    return RandomId.isWellFormed(text) ? Optional.of(new InvitationId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
