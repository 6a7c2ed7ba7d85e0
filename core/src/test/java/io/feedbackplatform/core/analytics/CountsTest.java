package io.feedbackplatform.core.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.sentiment.Sentiment;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountsTest {

  private static final Counts ONE = Counts.ofOne(5, 9, 2, Sentiment.POSITIVE, 8_000);

  @Test
  void areShownAsTheyAreWhereNothingIsMissing() {
    var sum = ONE.plus(Counts.ofOne(null, null, null, Sentiment.NEGATIVE, -10_000)).plus(opened(7));

    assertThat(sum.shown()).isEqualTo(sum);
    assertThat(Counts.ZERO.shown()).isEqualTo(Counts.ZERO);
    assertThat(opened(7).shown()).isEqualTo(opened(7));
  }

  @Test
  void areShownAsNothingWhereMoreIsTakenAwayThanThereIs() {
    assertThat(ONE.negated().shown()).isEqualTo(Counts.ZERO);
    assertThat(ONE.minus(Counts.ofOne(3, Sentiment.NEGATIVE)).shown())
        .isEqualTo(Counts.ofOne(5, 9, 2, Sentiment.POSITIVE, 8_000));
  }

  @Test
  void alwaysMakeScoresWhenTheyAreShown() {
    var random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      var parts = random.longs(Counts.PARTS, -3, 4).toArray();
      parts[Counts.PARTS - 2] *= 10_000;

      var shown = Counts.ofParts(parts).shown();

      assertThat(Scores.of(shown)).isNotNull();
      assertThat(shown.shown()).isEqualTo(shown);
      assertThat(shown.total())
          .isGreaterThanOrEqualTo(shown.positive() + shown.neutral() + shown.negative())
          .isGreaterThanOrEqualTo(shown.rating().responses());
    }
  }

  private static Counts opened(long forms) {
    var parts = new long[Counts.PARTS];
    parts[Counts.PARTS - 1] = forms;
    return Counts.ofParts(parts);
  }
}
