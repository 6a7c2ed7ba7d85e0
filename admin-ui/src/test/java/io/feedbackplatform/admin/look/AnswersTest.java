package io.feedbackplatform.admin.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.Sentiment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersTest {

  @Test
  void areShownAndTold() {
    assertThat(Answers.text(picked(4, null, null))).isEqualTo("★★★★☆");
    assertThat(Answers.label(picked(4, null, null))).isEqualTo("4 of 5 stars");
    assertThat(Answers.text(picked(null, 0, null))).isEqualTo("NPS 0");
    assertThat(Answers.label(picked(null, 0, null))).isEqualTo("0 of 10, how likely to recommend");
    assertThat(Answers.text(picked(5, 9, 7))).isEqualTo("★★★★★ · NPS 9 · CES 7");
    assertThat(Answers.label(picked(null, null, 7))).isEqualTo("7 of 7, how easy it was");
  }

  @Test
  void areMissed() {
    assertThat(Answers.text(picked(null, null, null))).isEmpty();
    assertThat(new Answers(picked(null, null, null)).getText()).isEqualTo("No rating");
    assertThat(new Answers(picked(null, 9, null)).getText()).isEqualTo("NPS 9");
  }

  private static Feedback picked(
      @Nullable Integer rating, @Nullable Integer nps, @Nullable Integer ces) {
    return new Feedback(
        "f1",
        null,
        null,
        rating,
        nps,
        ces,
        null,
        null,
        null,
        null,
        null,
        null,
        Map.of(),
        Sentiment.NEUTRAL,
        List.of(),
        "lexicon",
        List.of(),
        "new",
        null,
        null,
        Instant.EPOCH);
  }
}
