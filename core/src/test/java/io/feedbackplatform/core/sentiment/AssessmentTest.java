package io.feedbackplatform.core.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentTest {

  @ParameterizedTest
  @CsvSource({"0.12344, 0.1234, 1234", "-0.00001, 0, 0", "1, 1, 10000", "-1, -1, -10000"})
  void keepsFourDecimals(double score, double kept, long tenThousandths) {
    var assessment = scored(score);

    assertThat(assessment.score()).isEqualTo(kept);
    assertThat(assessment.tenThousandths()).isEqualTo(tenThousandths);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.001, -1.001, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAScoreThatIsNone(double score) {
    assertThatIllegalArgumentException().isThrownBy(() -> scored(score));
  }

  @Test
  void refusesMoreWordsThanPeopleRead() {
    var words = Collections.nCopies(11, "good");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Assessment(Sentiment.POSITIVE, 1, words, Source.LEXICON));
  }

  @Test
  void aPersonsWordStandsUntilItIsTakenBack() {
    var analyzed = scored(0.5);
    var mood = Mood.of(analyzed);

    var corrected = mood.corrected(Sentiment.NEGATIVE);

    assertThat(mood.assessment()).isEqualTo(analyzed);
    assertThat(corrected.assessment())
        .isEqualTo(new Assessment(Sentiment.NEGATIVE, -1, List.of(), Source.PERSON));
    assertThat(corrected.corrected(null)).isEqualTo(mood);
  }

  private static Assessment scored(double score) {
    return new Assessment(Sentiment.POSITIVE, score, List.of("good"), Source.LEXICON);
  }
}
