package io.feedbackplatform.admin.usage;

/**
 * A part of what is allowed.
 *
 * @param limit what is allowed, not negative
 */
record Share(long used, long limit) {
  private static final long MUCH = 80;

  /** How close to the limit. */
  enum Level {
    FINE,
    HIGH,
    FULL
  }

  /** In whole percent, rounded down; may be more than 100. */
  long percent() {
    if (limit == 0) {
      return used == 0 ? 0 : 100;
    }
    return Math.round(Math.floor(100.0 * used / limit));
  }

  Level level() {
    if (percent() >= 100) {
      return Level.FULL;
    }
    return percent() >= MUCH ? Level.HIGH : Level.FINE;
  }
}
