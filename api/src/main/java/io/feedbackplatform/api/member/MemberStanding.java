package io.feedbackplatform.api.member;

import io.feedbackplatform.api.caller.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Holds until a person's token ends, as long as they belong to the tenant in whatever role. */
final class MemberStanding implements Standing {

  private static final Duration MEMORY = Duration.ofSeconds(4);

  private final BooleanSupplier belongs;
  private final @Nullable Instant end;
  private final Clock clock;

  private boolean held = true;
  private long asked = System.nanoTime();

  /**
   * @param belongs asks storage
   * @param end of the token
   */
  MemberStanding(BooleanSupplier belongs, @Nullable Instant end, Clock clock) {
    this.belongs = belongs;
    this.end = end;
    this.clock = clock;
  }

  @Override
  public synchronized boolean holds() {
    var now = System.nanoTime();
    if (held && now - asked >= MEMORY.toNanos()) {
      held = belongs.getAsBoolean();
      asked = now;
    }
    return held && end != null && clock.instant().isBefore(end);
  }
}
