package io.feedbackplatform.core.dynamodb;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast to read from a table whose capacity is provisioned, so that those are not throttled who
 * cannot wait. What a table has saved is taken at once; then it goes on slowly, and faster as long
 * as nobody is throttled, so that the table can scale with it.
 */
final class Pace {

  /** Of what a table of five units has saved in five minutes (bestpractices for burst capacity). */
  private static final double SAVED = 300;

  private static final double LEAST_A_SECOND = 12;
  private static final double MOST_A_SECOND = 500;
  private static final double GROWTH = 1.01;
  private static final Duration THROTTLED = Duration.ofSeconds(1);

  private final LongSupplier nanoTime;
  private final Pause pause;
  private double unitsASecond = LEAST_A_SECOND;
  private double saved = SAVED;
  private long last;

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    void of(Duration duration) throws InterruptedException;
  }

  Pace(LongSupplier nanoTime, Pause pause) {
    this.nanoTime = nanoTime;
    this.pause = pause;
    this.last = nanoTime.getAsLong();
  }

  static Pace ofProvisioned() {
    return new Pace(System::nanoTime, Thread::sleep);
  }

  /** Waits as long as these read units are worth. */
  void took(double units) {
    long now = nanoTime.getAsLong();
    saved = Math.min(SAVED, saved + (now - last) / 1e9 * unitsASecond) - units;
    last = now;
    if (saved < 0) {
      pause(Duration.ofNanos((long) (-saved / unitsASecond * 1e9)));
      unitsASecond = Math.min(MOST_A_SECOND, unitsASecond * GROWTH);
    }
  }

  void throttled() {
    unitsASecond = Math.max(LEAST_A_SECOND, unitsASecond / 2);
    saved = 0;
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
