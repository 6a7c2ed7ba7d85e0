package io.feedbackplatform.core.recount;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identity of a recount that somebody ordered, within its tenant: a UUID of version 7 (RFC
 * 9562) in lower case, so that ids sort by the time of their orders.
 */
public record RecountId(String value) {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  public RecountId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a recount id is a UUID of version 7 in lower case");
    }
  }

  /** A new id, greater than every id made before by this process. */
  public static RecountId next() {
    return new RecountId(UuidCreator.getTimeOrderedEpochPlus1().toString());
  }

  /** The id that the text spells, or empty when it cannot be one. */
  public static Optional<RecountId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new RecountId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
