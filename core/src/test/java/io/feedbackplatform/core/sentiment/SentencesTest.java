package io.feedbackplatform.core.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

  private final SentimentAnalyzer analyzer = new LexiconSentimentAnalyzer();

  @ParameterizedTest(name = "{0}")
  @MethodSource("sentences")
  void judgesOurOwnSentences(Sentence sentence) {
    var assessment = analyzer.analyze(sentence.text(), null, sentence.locale());

    assertThat(assessment.label()).as("mood of %s", assessment).isEqualTo(sentence.mood());
    for (var word : assessment.words()) {
      assertThat(sentence.text()).contains(word);
    }
    if (sentence.word() != null) {
      assertThat(assessment.words())
          .anySatisfy(word -> assertThat(word).containsIgnoringCase(sentence.word()));
    }
  }

  static List<Sentence> sentences() {
    var resource = Objects.requireNonNull(SentencesTest.class.getResourceAsStream("sentences.txt"));
    return new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(Sentence::of)
        .toList();
  }

  record Sentence(@Nullable String locale, Sentiment mood, @Nullable String word, String text) {

    static Sentence of(String line) {
      var parts = line.split("\t", 4);
      assertThat(parts).as(Arrays.toString(parts)).hasSize(4);
      return new Sentence(given(parts[0]), Sentiment.valueOf(parts[1]), given(parts[2]), parts[3]);
    }

    private static @Nullable String given(String part) {
      return part.equals("-") ? null : part;
    }
  }
}
