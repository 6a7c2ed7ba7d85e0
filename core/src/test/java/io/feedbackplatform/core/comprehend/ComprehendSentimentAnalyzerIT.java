package io.feedbackplatform.core.comprehend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.comprehend.LocalComprehend.Asked;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.BatchSentimentAnalyzer.Outcome;
import io.feedbackplatform.core.sentiment.BatchSentimentAnalyzer.Outcome.Assessed;
import io.feedbackplatform.core.sentiment.BatchSentimentAnalyzer.Outcome.Failed;
import io.feedbackplatform.core.sentiment.BatchSentimentAnalyzer.Outcome.Unsuitable;
import io.feedbackplatform.core.sentiment.BatchSentimentAnalyzer.Text;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComprehendSentimentAnalyzerIT {

  private final LocalComprehend comprehend = new LocalComprehend();
  private final ComprehendSentimentAnalyzer analyzer =
      new ComprehendSentimentAnalyzer(comprehend.clientBuilder());

  @AfterEach
  void stop() {
    comprehend.close();
  }

  @Test
  void scoresByTheConfidenceInPositiveLessThatInNegative() {
    assertThat(analyzer.analyze(List.of(en("Good."), en("Bad."), en("Hm."), en("Good, bad."))))
        .containsExactly(
            assessed(Sentiment.POSITIVE, 0.90625),
            assessed(Sentiment.NEGATIVE, -0.90625),
            assessed(Sentiment.NEUTRAL, 0),
            assessed(Sentiment.NEUTRAL, 0.125));
  }

  @Test
  void asksForEachLanguageByItselfAndLeavesOutWhatNobodyThereSpeaks() {
    var outcomes =
        analyzer.analyze(
            List.of(
                new Text("Good.", "de"),
                new Text("Bad.", "ja"),
                new Text("Good.", "nl"),
                new Text("Bad.", "de-AT")));

    assertThat(outcomes)
        .containsExactly(
            assessed(Sentiment.POSITIVE, 0.90625),
            assessed(Sentiment.NEGATIVE, -0.90625),
            new Unsuitable("language"),
            assessed(Sentiment.NEGATIVE, -0.90625));
    assertThat(comprehend.asked())
        .containsExactlyInAnyOrder(
            new Asked("de", List.of("Good.", "Bad.")), new Asked("ja", List.of("Bad.")));
  }

  @Test
  void asksForTwentyFiveAtOnceAndKeepsTheirOrder() {
    var texts = IntStream.range(0, 60).mapToObj(i -> en((i % 7 == 3 ? "Good " : "Bad ") + i));

    var outcomes = analyzer.analyze(texts.toList());

    assertThat(comprehend.asked())
        .extracting(asked -> asked.texts().size())
        .containsExactly(25, 25, 10);
    for (int i = 0; i < 60; i++) {
      assertThat(outcomes.get(i))
          .isEqualTo(
              i % 7 == 3
                  ? assessed(Sentiment.POSITIVE, 0.90625)
                  : assessed(Sentiment.NEGATIVE, -0.90625));
    }
  }

  @Test
  void sendsNoMoreOfALongMessageThanADocumentMayHave() {
    analyzer.analyze(List.of(en("good \u20AC".repeat(600))));

    assertThat(comprehend.asked().getFirst().texts())
        .singleElement()
        .satisfies(text -> assertThat(text.getBytes(UTF_8)).hasSizeLessThan(5_000));
  }

  @Test
  void tellsWhatPassesFromWhatStaysInTheListOfErrors() {
    var outcomes = analyzer.analyze(List.of(en("Broken."), en("Odd."), en("Good.")));

    assertThat(outcomes.get(0)).isInstanceOf(Failed.class);
    assertThat(outcomes.get(1)).isEqualTo(new Unsuitable("INVALID_DOCUMENT"));
    assertThat(outcomes.get(2)).isInstanceOf(Assessed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400, TooManyRequestsException",
    "400, ThrottlingException",
    "500, InternalServerException",
    "503, ServiceUnavailable"
  })
  void triesAgainWhatPasses(int status, String type) {
    comprehend.fails(2, status, type);

    assertThat(analyzer.analyze(List.of(en("Good."))))
        .containsExactly(assessed(Sentiment.POSITIVE, 0.90625));
    assertThat(comprehend.asked()).hasSize(3);
  }

  @Test
  void givesUpInTheEndAndOnlyOnThatRequest() {
    comprehend.fails(4, 500, "InternalServerException");
    var texts = new ArrayList<Text>();
    IntStream.range(0, 25).forEach(i -> texts.add(en("Good.")));
    texts.add(en("Bad."));

    var outcomes = analyzer.analyze(texts);

    assertThat(outcomes.subList(0, 25)).hasOnlyElementsOfType(Failed.class);
    assertThat(outcomes.getLast()).isEqualTo(assessed(Sentiment.NEGATIVE, -0.90625));
    assertThat(comprehend.asked()).hasSize(5);
  }

  @Test
  void doesNotInsistWhereItIsNotAllowed() {
    comprehend.fails(1, 400, "AccessDeniedException");

    assertThat(analyzer.analyze(List.of(en("Good.")))).hasOnlyElementsOfType(Failed.class);
    assertThat(comprehend.asked()).hasSize(1);
  }

  @Test
  void asksOneByOneWhenARequestIsRefusedForADocument() {
    comprehend.fails(2, 400, "InvalidRequestException");

    var outcomes = analyzer.analyze(List.of(en("Bad."), en("Good."), en("Good.")));

    assertThat(outcomes)
        .containsExactly(
            new Unsuitable("InvalidRequestException"),
            assessed(Sentiment.POSITIVE, 0.90625),
            assessed(Sentiment.POSITIVE, 0.90625));
    assertThat(comprehend.asked())
        .extracting(asked -> asked.texts().size())
        .containsExactly(3, 1, 1, 1);
  }

  @Test
  void hasHalfAnAnswerComeAgainAndKeepsTheOthers() {
    assertThat(analyzer.analyze(List.of(en("Halved."), en("Good."))))
        .satisfiesExactly(
            halved -> assertThat(halved).isInstanceOf(Failed.class),
            good -> assertThat(good).isEqualTo(assessed(Sentiment.POSITIVE, 0.90625)));
  }

  private static Text en(String message) {
    return new Text(message, "en");
  }

  private static Outcome assessed(Sentiment label, double score) {
    return new Assessed(new Assessment(label, score, List.of(), Source.COMPREHEND));
  }
}
