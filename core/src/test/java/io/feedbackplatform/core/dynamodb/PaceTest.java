package io.feedbackplatform.core.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How fast a table is read that others read from, too, at a time of our own. */
class PaceTest {

  private final List<Duration> pauses = new ArrayList<>();
  private long now;
  private final Pace pace =
      Pace.ofProvisioned(
          () -> now,
          pause -> {
            pauses.add(pause);
            now += pause.toNanos();
          });

  @Test
  void isHalvedWhenTheTableIsThrottledAndGrowsAgain() {
    grow();
    var grown = pauseFor(100);

    pace.throttled();
    pauseFor(100);

    assertThat(pauseFor(100)).isBetween(times(grown, 1.9), times(grown, 2.0));
    assertThat(pauseFor(100)).isLessThan(pauses.get(pauses.size() - 2));
  }

  /** A table that turns everybody away saves nothing meanwhile. */
  @Test
  void takesNothingForSavedWhileACallWasRefused() {
    grow();
    now += Duration.ofSeconds(30).toNanos();
    pace.throttled();
    int before = pauses.size();

    pace.took(100);

    assertThat(pauses).hasSize(before + 1);
  }

  @Test
  void isNeverSlowerThanATableOfFewUnitsBears() {
    for (int i = 0; i < 20; i++) {
      pace.throttled();
    }
    pauseFor(100);

    assertThat(pauseFor(120)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
  }

  private void grow() {
    for (int i = 0; i < 200; i++) {
      pace.took(100);
    }
  }

  private Duration pauseFor(double units) {
    int before = pauses.size();
    pace.took(units);
    assertThat(pauses).hasSize(before + 1);
    return pauses.getLast();
  }

  private static Duration times(Duration duration, double factor) {
    return Duration.ofNanos((long) (duration.toNanos() * factor));
  }
}
