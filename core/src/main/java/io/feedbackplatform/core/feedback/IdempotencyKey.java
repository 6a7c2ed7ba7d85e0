package io.feedbackplatform.core.feedback;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A caller's own name for one request, so that repeating it does no more than doing it once: 1 to
 * 255 printable ASCII characters (draft-ietf-httpapi-idempotency-key-header).
 */
public record IdempotencyKey(String value) {

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,255}");

  public IdempotencyKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an idempotency key has 1 to 255 printable ASCII characters");
    }
  }

  /** The key that the text spells, or empty when it cannot be one. */
  public static Optional<IdempotencyKey> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
  }
}
