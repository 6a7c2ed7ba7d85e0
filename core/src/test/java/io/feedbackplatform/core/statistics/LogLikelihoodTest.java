package io.feedbackplatform.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLikelihoodTest {

  /**
   * Pairs of words as Dunning (1993) ranked them by G²: how often the pair stood in his text, the
   * second word after another one, the first before another one, and neither.
   */
  @ParameterizedTest
  @CsvSource({
    "the swiss, 110, 2442, 111, 29114, 270.72",
    "can be, 29, 13, 123, 31612, 263.90",
    "previous year, 31, 23, 139, 31584, 256.84",
    "mineral water, 10, 0, 3, 31764, 167.23",
    "at the, 76, 104, 2476, 29121, 157.21",
    "real terms, 16, 16, 51, 31694, 157.03",
    "natural gas, 9, 0, 5, 31763, 146.80",
    "owing to, 16, 0, 865, 30896, 115.02",
    "health insurance, 10, 9, 41, 31717, 104.53",
    "stiff competition, 8, 2, 27, 31740, 100.96"
  })
  void agreesWithDunning(
      String pair, long both, long second, long first, long neither, double published) {
    assertThat(LogLikelihood.ratio(both, both + second, first, first + neither))
        .as(pair)
        .isCloseTo(published, within(0.01));
  }

  /** Their formula leaves out those that do not have the word, who are nearly all. */
  @ParameterizedTest
  @CsvSource({"12, 100000, 3, 90000", "0, 50000, 11, 70000", "40, 200000, 20, 400000"})
  void agreesWithRaysonAndGarsideForRareWords(long a, long c, long b, long d) {
    double first = c * (double) (a + b) / (c + d);
    double second = d * (double) (a + b) / (c + d);
    double theirs = 2 * ((a == 0 ? 0 : a * Math.log(a / first)) + b * Math.log(b / second));

    assertThat(LogLikelihood.ratio(a, c, b, d)).isCloseTo(theirs, within(0.01));
  }

  @Test
  void isNothingWhereNothingDiffers() {
    assertThat(LogLikelihood.ratio(10, 100, 20, 200)).isZero();
    assertThat(LogLikelihood.ratio(100, 100, 7, 7)).isZero();
    assertThat(LogLikelihood.ratio(5, 9, 0, 0)).isZero();
    assertThat(LogLikelihood.ratio(0, 0, 0, 0)).isZero();
  }

  @Test
  void doesNotCareWhichSampleComesFirst() {
    assertThat(LogLikelihood.ratio(9, 100, 2, 80))
        .isEqualTo(LogLikelihood.ratio(2, 80, 9, 100), within(1e-9));
  }

  @Test
  void refusesMoreThanThereAre() {
    assertThatThrownBy(() -> LogLikelihood.ratio(3, 2, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
