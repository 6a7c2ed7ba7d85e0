package io.feedbackplatform.core.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the valence of the words of a message that a lexicon knows, turned round after a
 * negation, and the valence of the rating. English; a message without a known word has the mood of
 * its rating, and without a rating none.
 */
public final class LexiconSentimentAnalyzer implements SentimentAnalyzer {

  private static final Pattern WORD =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:'[\\p{L}\\p{M}]+)*|[\\p{So}\\p{Sk}]");
  private static final Set<String> NEGATIONS =
      Set.of(
          "not",
          "no",
          "never",
          "nothing",
          "without",
          "hardly",
          "cannot",
          "can't",
          "don't",
          "doesn't",
          "didn't",
          "isn't",
          "wasn't",
          "won't",
          "aren't",
          "weren't",
          "couldn't",
          "wouldn't",
          "shouldn't");

  /**
   * A negation turns round the valence of so many words after it (Hutto and Gilbert 2014, section
   * 3.1.3).
   */
  private static final int NEGATION_REACH = 3;

  private final Map<String, Integer> valences;

  private LexiconSentimentAnalyzer(Map<String, Integer> valences) {
    this.valences = valences;
  }

  /** An analyser with the lexicon that comes with it. */
  public static LexiconSentimentAnalyzer english() {
    try (var resource = LexiconSentimentAnalyzer.class.getResourceAsStream("english.tsv")) {
      if (resource == null) {
        throw new IllegalStateException("the lexicon english.tsv is not on the class path");
      }
      var lines =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8)).lines();
      return new LexiconSentimentAnalyzer(
          lines
              .map(line -> line.split("\t", 2))
              .collect(
                  Collectors.toUnmodifiableMap(
                      entry -> entry[0], entry -> Integer.valueOf(entry[1]))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public Assessment analyze(
      @Nullable String message, @Nullable Integer rating, @Nullable String locale) {
    int valence =
        (message == null ? 0 : valenceOf(message)) + (rating == null ? 0 : 2 * (rating - 3));
    return Assessment.of(labelOf(valence));
  }

  private static Sentiment labelOf(int valence) {
    if (valence == 0) {
      return Sentiment.NEUTRAL;
    }
    return valence > 0 ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
  }

  private int valenceOf(String message) {
    int sum = 0;
    int sinceNegation = NEGATION_REACH;
    var words = WORD.matcher(message.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
    while (words.find()) {
      var word = words.group();
      if (NEGATIONS.contains(word)) {
        sinceNegation = 0;
      } else {
        int valence = valences.getOrDefault(word, 0);
        sum += sinceNegation < NEGATION_REACH ? -valence : valence;
        sinceNegation++;
      }
    }
    return sum;
  }
}
