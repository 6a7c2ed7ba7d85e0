package io.feedbackplatform.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanTest {

  /**
   * By hand: 55 stars in 15 ratings, 23.333 as the squares around the mean, s = 1.29099, t(14) =
   * 2.145, so 3.6667 ± 2.145 · 1.29099 / √15 = 3.6667 ± 0.7150.
   */
  @Test
  void hasStudentsInterval() {
    var mean = Mean.of(1, 1, 2, 3, 4, 5).orElseThrow();

    assertThat(mean.value()).isCloseTo(55 / 15.0, within(1e-12));
    assertThat(mean.n()).isEqualTo(15);
    assertThat(mean.interval().low()).isCloseTo(2.9517, within(0.00005));
    assertThat(mean.interval().high()).isCloseTo(4.3817, within(0.00005));
  }

  /** By hand: s = 1.10554, t(99) = 1.98422, so 3.7 ± 0.21936. */
  @Test
  void hasItForSamplesBeyondTheTable() {
    var mean = Mean.of(1, 5, 10, 20, 40, 25).orElseThrow();

    assertThat(mean.value()).isCloseTo(3.7, within(1e-12));
    assertThat(mean.interval().low()).isCloseTo(3.48064, within(0.00005));
    assertThat(mean.interval().high()).isCloseTo(3.91936, within(0.00005));
  }

  @Test
  void staysOnTheScale() {
    var mean = Mean.of(1, 0, 0, 0, 1, 1).orElseThrow();

    assertThat(mean.value()).isEqualTo(4.5);
    assertThat(mean.interval()).isEqualTo(new Interval(1, 5));
  }

  @Test
  void doesNotTakeUnanimityForCertainty() {
    var three = Mean.of(1, 0, 0, 0, 0, 3).orElseThrow();
    var many = Mean.of(1, 0, 0, 0, 0, 3_000).orElseThrow();

    assertThat(three.value()).isEqualTo(5);
    assertThat(three.interval().low()).isCloseTo(1 + 4 * 0.4385, within(0.001));
    assertThat(three.interval().high()).isEqualTo(5);
    assertThat(many.interval().low()).isBetween(4.99, 5.0);
    assertThat(Mean.of(1, 0, 0, 1, 0, 0).orElseThrow().interval().low()).isLessThan(2);
    assertThat(Mean.of(1, 0, 0, 0, 0, 0)).isEmpty();
  }

  /** Answers at the ends only vary as much as is possible: a share, stretched. */
  @Test
  void isBoundedByAShareOnTheSameScale() {
    var share = Share.of(15, 148).orElseThrow();

    var mean = Mean.bounded(-1 + 2 * share.value(), 148, -1, 1).orElseThrow();

    assertThat(mean.interval().low()).isCloseTo(-1 + 2 * share.interval().low(), within(1e-12));
    assertThat(mean.interval().high()).isCloseTo(-1 + 2 * share.interval().high(), within(1e-12));
    assertThat(Mean.bounded(0, 0, -1, 1)).isEmpty();
  }

  /** NIST/SEMATECH e-Handbook, 1.3.6.7.2, column 0.975. */
  @ParameterizedTest
  @CsvSource({
    "1, 12.706",
    "2, 4.303",
    "14, 2.145",
    "30, 2.042",
    "31, 2.040",
    "40, 2.021",
    "60, 2.000",
    "100, 1.984",
    "1000000, 1.960"
  })
  void hasThePublishedQuantiles(long degrees, double quantile) {
    assertThat(StudentT.twoSided95(degrees)).isCloseTo(quantile, within(0.0005));
  }
}
