package io.feedbackplatform.core.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconSentimentAnalyzerTest {

  private final SentimentAnalyzer analyzer = new LexiconSentimentAnalyzer();

  @ParameterizedTest
  @CsvSource({
    "1, NEGATIVE, -0.7184",
    "2, NEGATIVE, -0.4588",
    "3, NEUTRAL, 0",
    "4, POSITIVE, 0.4588",
    "5, POSITIVE, 0.7184"
  })
  void takesTheRatingsWordWhenThereIsNoOther(int rating, Sentiment mood, double score) {
    assertThat(analyzer.analyze(null, rating, null))
        .isEqualTo(analyzer.analyze("Ich habe ein Fahrrad gekauft", rating, "de"))
        .satisfies(assessment -> {
          assertThat(assessment.label()).isEqualTo(mood);
          assertThat(assessment.score()).isCloseTo(score, within(0.00005));
          assertThat(assessment.words()).isEmpty();
          assertThat(assessment.source()).isEqualTo(Source.LEXICON);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I love it                                | 5 | POSITIVE
          I love it                                | 3 | POSITIVE
          I love it, simply perfect, thank you     | 1 | POSITIVE
          Terrible, rude and a waste of money      | 5 | NEGATIVE
          Great service                            | 2 | NEUTRAL
          A little slow                            | 5 | POSITIVE
          Rather good                              | 1 | NEGATIVE
          """)
  void letsMessageAndRatingBothCount(String message, int rating, Sentiment mood) {
    double text = analyzer.analyze(message, null, "en").score();
    double alone = analyzer.analyze(null, rating, "en").score();

    var both = analyzer.analyze(message, rating, "en");

    assertThat(both.score()).isCloseTo((text + alone) / 2, within(0.0002));
    assertThat(both.label()).isEqualTo(mood);
  }

  @Test
  void staysNeutralWithoutAnyWordOrRating() {
    assertThat(analyzer.analyze(null, null, null)).isEqualTo(Assessment.of(Sentiment.NEUTRAL));
    assertThat(analyzer.analyze("", null, null)).isEqualTo(Assessment.of(Sentiment.NEUTRAL));
  }

  @Test
  void namesTheWordsThatDecidedStrongestFirst() {
    var assessment =
        analyzer.analyze("Nice shop, GREAT service, though not very fast.", null, "en");

    assertThat(assessment.words().getFirst()).isEqualTo("GREAT service");
    assertThat(assessment.words()).contains("Nice").doesNotContain("not very fast");
  }

  @Test
  void namesAtMostTenWordsAndNoneTwice() {
    var words = "good great love nice best super happy fantastic awesome perfect easy fast";

    assertThat(analyzer.analyze(words, null, "en").words()).hasSize(10).doesNotHaveDuplicates();
    assertThat(analyzer.analyze("good good good", null, "en").words()).containsExactly("good");
  }

  @Test
  void showsAllSidesWhenTheyBalance() {
    var assessment = analyzer.analyze("Rather fine, rather bland", 3, "en");

    assertThat(assessment.words()).hasSize(2);
  }

  @Test
  void strengthensByBoostersCapitalsAndExclamationMarks() {
    double plain = score("the food was good");

    assertThat(score("the food was kind of good")).isPositive().isLessThan(plain);
    assertThat(score("the food was very good")).isGreaterThan(plain);
    assertThat(score("the food was really very good"))
        .isGreaterThan(score("the food was very good"));
    assertThat(score("the food was GOOD")).isGreaterThan(plain);
    assertThat(score("THE FOOD WAS GOOD")).isEqualTo(plain);
    assertThat(score("the food was good!")).isGreaterThan(plain);
    assertThat(score("the food was good!!!!"))
        .isGreaterThan(score("the food was good!!!"))
        .isEqualTo(score("the food was good!!!!!!!!"));
    assertThat(score("the food was bad!!")).isLessThan(score("the food was bad"));
  }

  @Test
  void negatesWithinAClauseOnly() {
    assertThat(score("It is not slow. Good shop")).isPositive();
    assertThat(score("Not good")).isNegative();
    assertThat(score("Not today, good people")).isPositive();
  }

  private double score(String message) {
    return analyzer.analyze(message, null, "en").score();
  }
}
