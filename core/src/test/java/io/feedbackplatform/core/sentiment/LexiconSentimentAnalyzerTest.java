package io.feedbackplatform.core.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconSentimentAnalyzerTest {

  private final SentimentAnalyzer analyzer = LexiconSentimentAnalyzer.english();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          I love this shop, delivery was fast | POSITIVE
          The checkout is BROKEN!             | NEGATIVE
          This is not good                    | NEGATIVE
          I can\u2019t recommend it           | NEGATIVE
          No problems at all                  | POSITIVE
          It was "terrible", \u2018terrible\u2019 | NEGATIVE
          It was 'terrible'                   | NEGATIVE
          I bought a bicycle on Tuesday       | NEUTRAL
          \uD83D\uDE0D                        | POSITIVE
          \uD83D\uDC4E                        | NEGATIVE
          """)
  void readsTheMoodOfWords(String message, Sentiment mood) {
    assertThat(analyzer.analyze(message, null, null).label()).isEqualTo(mood);
  }

  @ParameterizedTest
  @CsvSource({"1, NEGATIVE", "2, NEGATIVE", "3, NEUTRAL", "4, POSITIVE", "5, POSITIVE"})
  void takesTheRatingsWordWhenThereIsNoOther(int rating, Sentiment mood) {
    assertThat(analyzer.analyze(null, rating, null).label()).isEqualTo(mood);
    assertThat(analyzer.analyze("Ich habe ein Fahrrad gekauft", rating, null).label())
        .isEqualTo(mood);
  }

  @Test
  void staysNeutralWithoutAnyWordOrRating() {
    assertThat(analyzer.analyze(nothing(), null, null).label()).isEqualTo(Sentiment.NEUTRAL);
  }

  private static @Nullable String nothing() {
    return null;
  }
}
