package io.feedbackplatform.core.spam;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a visitor came to send feedback, as far as the page says; nothing of it is kept but whether
 * the form's opening is counted.
 *
 * @param trapped whether a field is filled that people do not see
 * @param openFor how long the form was open, if that is known
 * @param openingCounted whether this is the first that comes by a form whose opening was noted
 */
public record Visit(boolean trapped, @Nullable Duration openFor, boolean openingCounted) {

  /** Of a page that says nothing. */
  public static final Visit UNKNOWN = new Visit(false, null);

  /** By a form of which nobody noted that it was opened. */
  public Visit(boolean trapped, @Nullable Duration openFor) {
    this(trapped, openFor, false);
  }

  /** The same visit, which is known to be no longer than this. */
  public Visit atMost(Duration longest) {
    return openFor != null && openFor.compareTo(longest) <= 0
        ? this
        : new Visit(trapped, longest, openingCounted);
  }
}
