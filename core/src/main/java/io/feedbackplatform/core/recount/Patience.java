package io.feedbackplatform.core.recount;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long to wait for something, and how often to look. */
public record Patience(Duration pause, Duration most) {

  /** A stream is read several times a second, and a batch waits for a second to fill. */
  public static final Patience ORDINARY =
      new Patience(Duration.ofMillis(500), Duration.ofSeconds(60));

  /**
   * @param hasTime asked before each pause
   * @return whether it came true in time
   */
  boolean await(BooleanSupplier condition, BooleanSupplier hasTime) {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end >= 0 || !hasTime.getAsBoolean()) {
        return false;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
