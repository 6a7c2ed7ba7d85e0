package io.feedbackplatform.benchmarks.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class AccuracyTest {

  @Test
  void countsAsTheDefinitionsSay() {
    // By people's mood: positive, neutral, negative; in each by ours.
    var accuracy = Accuracy.of(new int[][] {{6, 2, 2}, {1, 3, 1}, {0, 1, 4}});

    assertThat(accuracy.texts()).isEqualTo(20);
    assertThat(accuracy.accuracy()).isEqualTo(13 / 20.0);
    assertThat(accuracy.macroF1()).isCloseTo((12 / 17.0 + 6 / 11.0 + 8 / 12.0) / 3, within(1e-9));
    assertThat(accuracy.abstention()).isEqualTo(3 / 15.0);
  }

  @Test
  void givesNothingForMoodsThatNobodyHas() {
    assertThat(Accuracy.of(new int[][] {{5, 0, 0}, {0, 0, 0}, {0, 0, 0}}))
        .isEqualTo(new Accuracy(5, 1, 1 / 3.0, 0));
  }

  @Test
  void missesGoalsThatAreMissed() {
    var vader = Objects.requireNonNull(Vader.of("amazonReviewSnippets"));

    assertThat(vader.missed("it", new Accuracy(1, 0.65, 0.60, 0.15), vader.all())).isEmpty();
    assertThat(vader.missed("it", new Accuracy(1, 0.649, 0.599, 0.151), vader.all())).hasSize(3);

    var tweets = Objects.requireNonNull(Vader.of("tweets"));
    assertThat(tweets.missed("it", new Accuracy(1, 0.814, 0.693, 1), tweets.all())).isEmpty();
    assertThat(tweets.missed("it", new Accuracy(1, 0.813, 0.692, 1), tweets.all())).hasSize(2);
  }
}
