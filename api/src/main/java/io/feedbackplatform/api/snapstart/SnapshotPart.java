package io.feedbackplatform.api.snapstart;

/** A part of the API that snapshots concern. */
public interface SnapshotPart {

  /**
   * Does once what requests will do, so that the snapshot holds it ready. Touches nobody's data,
   * and may fail: the first request then does it.
   */
  default void prime() {}

  /** Whether a start that is to be warm primes it, too, before it takes requests. */
  default boolean isPrimedAtStart() {
    return false;
  }

  /**
   * Forgets what copies of this process must not share, and what a clock that stood still would
   * keep for too long.
   */
  default void renew() {}
}
