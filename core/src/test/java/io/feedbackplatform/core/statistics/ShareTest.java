package io.feedbackplatform.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

  /**
   * Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void hasTheIntervalsOfThePublishedTable(long hits, long n, double low, double high) {
    var share = Share.of(hits, n).orElseThrow();

    assertThat(share.value()).isEqualTo((double) hits / n);
    assertThat(share.n()).isEqualTo(n);
    assertThat(share.interval().low()).isCloseTo(low, within(0.00005));
    assertThat(share.interval().high()).isCloseTo(high, within(0.00005));
  }

  /** The same for those who lack the property, turned around. */
  @Test
  void treatsBothSidesAlike() {
    var hits = Share.of(15, 148).orElseThrow().interval();
    var others = Share.of(133, 148).orElseThrow().interval();

    assertThat(others.low()).isCloseTo(1 - hits.high(), within(1e-12));
    assertThat(others.high()).isCloseTo(1 - hits.low(), within(1e-12));
  }

  @Test
  void isOpenWhereNobodyAnsweredAndWideWhereOneDid() {
    assertThat(Share.of(0, 0)).isEmpty();

    var one = Share.of(1, 1).orElseThrow().interval();
    assertThat(one.low()).isLessThan(0.21);
    assertThat(one.high()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> Share.of(2, 1));
  }

  @Test
  void narrowsWithTheSampleUpToAnyLength() {
    var many = Share.of(3_000_000_000L, 4_000_000_000L).orElseThrow();

    assertThat(many.interval().high() - many.interval().low()).isBetween(0.00002, 0.00003);
  }
}
