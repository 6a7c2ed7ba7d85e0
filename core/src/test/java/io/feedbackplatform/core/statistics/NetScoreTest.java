package io.feedbackplatform.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NetScoreTest {

  /**
   * By hand: (50.75 - 20.75) / 103 = 0.291262, v = 71.5 / 103 - 0.291262² = 0.609341, √(v/103) =
   * 0.0769153, times 1.959964 = 0.150751.
   */
  @Test
  void hasTheAdjustedWaldInterval() {
    var score = NetScore.of(50, 20, 100).orElseThrow();

    assertThat(score.value()).isCloseTo(0.3, within(1e-12));
    assertThat(score.n()).isEqualTo(100);
    assertThat(score.interval().low()).isCloseTo(0.140511, within(0.000005));
    assertThat(score.interval().high()).isCloseTo(0.442013, within(0.000005));
  }

  @Test
  void isTurnedAroundWhereForAndAgainstAre() {
    var score = NetScore.of(9, 2, 11).orElseThrow().interval();
    var mirror = NetScore.of(2, 9, 11).orElseThrow().interval();

    assertThat(mirror.low()).isCloseTo(-score.high(), within(1e-12));
    assertThat(mirror.high()).isCloseTo(-score.low(), within(1e-12));
  }

  @Test
  void saysOfOneAnswerThatItSaysLittle() {
    var one = NetScore.of(1, 0, 1).orElseThrow();

    assertThat(one.value()).isEqualTo(1);
    assertThat(one.interval().low()).isCloseTo(-0.484986, within(0.000005));
    assertThat(one.interval().high()).isEqualTo(1);
  }

  @Test
  void isOpenWithoutAnswers() {
    assertThat(NetScore.of(0, 0, 0)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> NetScore.of(1, 1, 1));
  }
}
