package io.feedbackplatform.core.site;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that pages of a site may send.
 *
 * @param endsAt from when on it is refused; absent while it has not been replaced
 * @param replacedBy the key that took its place, if one did
 * @param lastUsedAt when it was last seen in use, up to an hour behind
 */
public record SiteKeyInUse(
    SiteKey key,
    Instant createdAt,
    @Nullable Instant endsAt,
    @Nullable SiteKey replacedBy,
    @Nullable Instant lastUsedAt) {

  /** How many keys of a site may be in use, replaced ones that have not ended included. */
  public static final int MOST = 20;

  /** The longest time that a replaced key may still be used. */
  public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  /** How precisely its last use is known. */
  public static final Duration USE_PRECISION = Duration.ofHours(1);

  /** One that was just made. */
  public static SiteKeyInUse made(SiteKey key, Instant createdAt) {
    return new SiteKeyInUse(key, createdAt, null, null, null);
  }

  /** As it is once another has taken its place. */
  public SiteKeyInUse replaced(SiteKey by, Instant end) {
    return new SiteKeyInUse(key, createdAt, end, by, lastUsedAt);
  }

  /** As it is once its use is noted. */
  public SiteKeyInUse usedAt(Instant now) {
    return new SiteKeyInUse(key, createdAt, endsAt, replacedBy, now);
  }

  public boolean isInUseAt(Instant now) {
    return endsAt == null || now.isBefore(endsAt);
  }

  /** When a key ends that is replaced now. */
  public static Instant end(Instant now, Duration overlap) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new IllegalArgumentException("keys overlap for 0 to 7 days");
    }
    return now.plus(overlap);
  }
}
