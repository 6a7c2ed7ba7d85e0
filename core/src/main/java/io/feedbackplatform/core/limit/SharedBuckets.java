package io.feedbackplatform.core.limit;

import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;

/**
 * What all processes know together of how much callers have asked. A bucket is one instant: until
 * when an even flow of what was asked would last (the theoretical arrival time of GCRA). One that
 * is not kept is full, as is one whose instant has passed.
 */
public interface SharedBuckets {

  /**
   * Adds what a process has let through. It has happened, and is therefore never refused.
   *
   * @param bucket the {@link BucketId#name} of one of the tenant's
   * @return until when the bucket's flow lasts now
   * @throws RuntimeException when it cannot be told; it may have been added
   */
  Settled settle(TenantId tenant, String bucket, Use use);

  /**
   * Requests that a process has let through.
   *
   * @param now by the clock of the process
   * @param span how long an even flow of them would last
   * @param own until when it lasts if nobody else has asked in the meantime, not before {@code now}
   * @param furthest beyond which no bucket can be, whatever a clock that was ahead has written
   * @param isFlowing whether the bucket's flow seems to last at the moment: a guess, that costs a
   *     write when it is wrong
   */
  record Use(Instant now, Duration span, Instant own, Instant furthest, boolean isFlowing) {

    public Use {
      if (!span.isPositive() || own.isBefore(now) || !furthest.isAfter(now)) {
        throw new IllegalArgumentException("a use takes time");
      }
    }
  }

  /**
   * A bucket after a use.
   *
   * @param wasFlowing whether its flow lasted before
   */
  record Settled(Instant until, boolean wasFlowing) {}
}
