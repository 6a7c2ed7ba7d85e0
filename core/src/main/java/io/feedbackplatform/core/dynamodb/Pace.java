package io.feedbackplatform.core.dynamodb;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast to read from a table, so that those are not throttled who cannot wait. Of one whose
 * capacity is provisioned, what it has saved is taken at once; then it goes on slowly, and faster
 * as long as nobody is throttled, so that the table can scale with it.
 */
final class Pace {

  /** Of what a table of five units has saved in five minutes (bestpractices for burst capacity). */
  private static final double SAVED = 300;

  private static final double LEAST_A_SECOND = 12;
  private static final double MOST_A_SECOND = 500;
  private static final double GROWTH = 1.01;

  /** Half of what a partition gives (bp-partition-key-design). */
  private static final double HALF_A_PARTITION = 1_500;

  private static final Duration THROTTLED = Duration.ofSeconds(1);

  private final LongSupplier nanoTime;
  private final Pause pause;
  private final double least;
  private final double most;
  private double unitsASecond;
  private double saved = SAVED;
  private long last;

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    void of(Duration duration) throws InterruptedException;
  }

  private Pace(LongSupplier nanoTime, Pause pause, double least, double most, double first) {
    this.nanoTime = nanoTime;
    this.pause = pause;
    this.least = least;
    this.most = most;
    this.unitsASecond = first;
    this.last = nanoTime.getAsLong();
  }

  static Pace ofProvisioned() {
    return ofProvisioned(System::nanoTime, Thread::sleep);
  }

  static Pace ofProvisioned(LongSupplier nanoTime, Pause pause) {
    return new Pace(nanoTime, pause, LEAST_A_SECOND, MOST_A_SECOND, LEAST_A_SECOND);
  }

  /** A table on demand has room enough; one of its partitions has not. */
  static Pace ofOnDemand() {
    return new Pace(
        System::nanoTime, Thread::sleep, LEAST_A_SECOND, HALF_A_PARTITION, HALF_A_PARTITION);
  }

  /** Waits as long as these read units are worth. */
  void took(double units) {
    long now = nanoTime.getAsLong();
    saved = Math.min(SAVED, saved + (now - last) / 1e9 * unitsASecond) - units;
    last = now;
    if (saved < 0) {
      pause(Duration.ofNanos((long) (-saved / unitsASecond * 1e9)));
      unitsASecond = Math.min(most, unitsASecond * GROWTH);
    }
  }

  void throttled() {
    unitsASecond = Math.max(least, unitsASecond / 2);
    saved = 0;
    last = nanoTime.getAsLong();
    pause(THROTTLED);
  }

  private void pause(Duration duration) {
    try {
      pause.of(duration);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
