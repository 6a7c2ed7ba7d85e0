package io.feedbackplatform.core.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.statistics.Estimate;
import io.feedbackplatform.core.statistics.Interval;
import org.junit.jupiter.api.Test;

class ScoresTest {

  @Test
  void areOpenWhereNobodyAnswered() {
    var scores = Scores.of(Counts.ZERO);

    assertThat(scores.rating()).isEmpty();
    assertThat(scores.csat()).isEmpty();
    assertThat(scores.nps()).isEmpty();
    assertThat(scores.ces()).isEmpty();
    assertThat(scores.sentiment()).isEmpty();
    assertThat(scores.positive()).isEmpty();
    assertThat(scores.responseRate()).isEmpty();
  }

  @Test
  void areTheMeansAndSharesOfThoseWhoAnswered() {
    var counts = Counts.ZERO;
    for (int nps = 0; nps <= 10; nps++) {
      counts = counts.plus(Counts.ofOne(null, nps, null, Sentiment.NEUTRAL, 0));
    }
    for (int rating = 1; rating <= 5; rating++) {
      counts = counts.plus(Counts.ofOne(rating, null, null, Sentiment.POSITIVE, 8_000));
    }
    for (int ces = 1; ces <= 7; ces++) {
      counts = counts.plus(Counts.ofOne(null, null, ces, Sentiment.NEGATIVE, -4_000));
    }

    var scores = Scores.of(counts);

    assertThat(scores.rating()).map(Estimate::value).contains(3.0);
    assertThat(scores.rating()).map(Estimate::n).contains(5L);
    assertThat(scores.csat()).map(Estimate::value).contains(40.0);
    assertThat(scores.nps().orElseThrow().value()).isCloseTo(-500.0 / 11, within(1e-9));
    assertThat(scores.nps()).map(Estimate::n).contains(11L);
    assertThat(scores.ces()).map(Estimate::value).contains(4.0);
    assertThat(scores.sentiment().orElseThrow().value()).isCloseTo(1.2 / 23, within(1e-9));
    assertThat(scores.sentiment()).map(Estimate::n).contains(23L);
    assertThat(scores.positive().orElseThrow().value()).isCloseTo(500.0 / 23, within(1e-9));
    assertThat(scores.negative().orElseThrow().value()).isCloseTo(700.0 / 23, within(1e-9));
  }

  @Test
  void includeTheResponseRateOnceOpenedFormsAreCounted() {
    var parts = new long[Counts.PARTS];
    parts[0] = 400; // Most of it came without such a form.
    parts[Counts.NAMES.indexOf("opened")] = 148;
    parts[Counts.NAMES.indexOf("sent")] = 15;
    var rate = Scores.of(Counts.ofParts(parts)).responseRate().orElseThrow();

    assertThat(rate.value()).isCloseTo(1_500 / 148.0, within(1e-9));
    assertThat(rate.interval().low()).isCloseTo(6.24, within(0.005));
    assertThat(rate.interval().high()).isCloseTo(16.05, within(0.005));

    parts[Counts.NAMES.indexOf("sent")] = 200;
    assertThat(Scores.of(Counts.ofParts(parts)).responseRate())
        .map(Estimate::interval)
        .map(Interval::high)
        .contains(100.0);
  }
}
