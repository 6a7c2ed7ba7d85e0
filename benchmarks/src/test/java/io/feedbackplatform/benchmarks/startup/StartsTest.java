package io.feedbackplatform.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartsTest {

  private final Starts starts = new Starts("package");

  @Test
  void tellsTheMiddleTheLeastAndTheMost() {
    add(900, 50);
    add(5_000, 60);
    add(1_000, 40);

    assertThat(starts.median(Start::answered)).isEqualTo(1_040);
    assertThat(starts.median(Start::ownTime)).isEqualTo(40);
    assertThat(starts.row())
        .isEqualTo(
            "| package | 3 | 1040 (950-5060) | 1000 (900-5000) | 50 (40-60) | 40 (30-50)"
                + " | 1.50 (1.50-1.50) | 180 (180-180) |");
    assertThat(Starts.header().lines().map(line -> line.chars().filter(c -> c == '|').count()))
        .containsOnly(starts.row().chars().filter(c -> c == '|').count());
  }

  @Test
  void takesTheMeanOfTheTwoInTheMiddle() {
    add(1_000, 0);
    add(3_000, 0);

    assertThat(starts.median(Start::listening)).isEqualTo(2_000);
  }

  @Test
  void knowsWhenAGoalIsMissed() {
    assertThat(Goal.atLeast("times faster", 4.99, 5).isReached()).isFalse();
    assertThat(Goal.atLeast("times faster", 5, 5).isReached()).isTrue();
    assertThat(Goal.atMost("of the CPU", 0.21, 0.2).isReached()).isFalse();
    assertThat(Goal.atMost("of the CPU", 0.21, 0.2).line())
        .isEqualTo("MISSED of the CPU: 0.21 (goal: at most 0.20)");
  }

  private void add(double listening, double firstRequest) {
    starts.add(new Start(listening, firstRequest, 10, 1.5, 180));
  }
}
