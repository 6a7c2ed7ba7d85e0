package io.feedbackplatform.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

  /** Newcombe (1998), Interval estimation for the difference, table II, method 10. */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "6, 7, 2, 7, 0.0582, 0.8062",
    "5, 56, 0, 29, -0.0381, 0.1926"
  })
  void hasTheIntervalsOfThePublishedTable(
      long hits, long n, long hitsBefore, long before, double low, double high) {
    var difference =
        Difference.between(
            Share.of(hits, n).orElseThrow(), Share.of(hitsBefore, before).orElseThrow());

    assertThat(difference.interval().low()).isCloseTo(low, within(0.00005));
    assertThat(difference.interval().high()).isCloseTo(high, within(0.00005));
    assertThat(difference.isSignificant()).isEqualTo(low > 0);
  }

  @Test
  void isNotSignificantBetweenEquals() {
    var score = NetScore.of(50, 20, 100).orElseThrow();

    var difference = Difference.between(score, score);

    assertThat(difference.value()).isZero();
    assertThat(difference.isSignificant()).isFalse();
  }

  @Test
  void isSignificantBetweenMeansThatLieFarApart() {
    var now = Mean.of(1, 1, 2, 3, 40, 80).orElseThrow();
    var before = Mean.of(1, 80, 40, 3, 2, 1).orElseThrow();

    var difference = Difference.between(now, before);

    assertThat(difference.value()).isCloseTo(now.value() - before.value(), within(1e-12));
    assertThat(difference.isSignificant()).isTrue();
    assertThat(Difference.between(before, now).isSignificant()).isTrue();
  }

  @Test
  void isTheSameInAnotherUnit() {
    var percent = Share.of(56, 70).orElseThrow().times(100);

    assertThat(percent.value()).isCloseTo(80, within(1e-12));
    assertThat(percent.interval().low()).isCloseTo(69.2, within(0.05));
  }
}
