package io.feedbackplatform.core.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextsTest {

  private static final int LONGEST = 5_000;

  /** Far above what it takes (microseconds), far below what anybody would notice. */
  private static final Duration LITTLE = Duration.ofMillis(100);

  private final SentimentAnalyzer analyzer = new LexiconSentimentAnalyzer();

  @ParameterizedTest(name = "{index}")
  @MethodSource("texts")
  void judgesAnythingInLittleTime(String text) {
    for (var locale : new String[] {null, "en", "de", "fr", "es", "pt", "", "x", "\uD800"}) {
      analyzer.analyze(text, null, locale);
      var clock = ManagementFactory.getThreadMXBean();
      long before = clock.getCurrentThreadCpuTime();

      var assessment = analyzer.analyze(text, 1, locale);

      assertThat(clock.getCurrentThreadCpuTime() - before).isLessThan(LITTLE.toNanos());
      assertThat(assessment.score()).isBetween(-1.0, 1.0);
      assertThat(assessment.words()).hasSizeLessThanOrEqualTo(10);
      assertThat(assessment.words()).allSatisfy(word -> assertThat(text).contains(word));
      assertThat(assessment.words()).allSatisfy(word -> assertThat(word).hasSizeLessThan(100));
      if (isWhole(text)) {
        assertThat(assessment.words()).allMatch(HostileTextsTest::isWhole);
      }
    }
  }

  /** Without halves of characters. */
  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  static Stream<String> texts() {
    var random = new Random(1);
    return Stream.concat(
        Stream.of(
                "not ",
                "not even ",
                "never so ",
                "no ",
                "good ",
                "but ",
                "good but ",
                "!",
                "?",
                "a",
                "o",
                "goo",
                "é",
                "\uD800",
                "\uDC00",
                "\uDC00\uD83D",
                "😡",
                "😍 ",
                "❤\uFE0F",
                ":)",
                ":",
                ")",
                "(((",
                "(!)",
                "\"good\"",
                "\"",
                "'",
                "n't ",
                "l'",
                "d'd'd'",
                "...",
                "\u2026",
                "\u0301",
                "a\u0301",
                " ",
                "\n",
                "\t",
                "\0",
                "http://",
                "www.",
                "does not ",
                "would have been ",
                "I would have been much ",
                "-",
                "--",
                ":-",
                "good-",
                "ß",
                "字",
                "\u200D",
                "GOOD ",
                "G",
                "nicht ",
                "gut nicht ",
                "ne pas ",
                "waste of ",
                "very very not never no ",
                "😡😍")
            .map(piece -> piece.repeat(LONGEST / piece.length() + 1).substring(0, LONGEST)),
        Stream.generate(() -> anything(random)).limit(50));
  }

  private static String anything(Random random) {
    var text = new StringBuilder();
    int range = random.nextBoolean() ? 0x80 : 0x10000;
    while (text.length() < LONGEST) {
      text.append((char) random.nextInt(range));
    }
    return text.toString();
  }
}
