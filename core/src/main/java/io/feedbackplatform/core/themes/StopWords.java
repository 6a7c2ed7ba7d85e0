package io.feedbackplatform.core.themes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a language that say little by themselves, told for a text by the text alone: it is
 * taken to be in the language, or in each of those, that most of its stop words are from.
 *
 * <p>Lists are in the class path, one a language. A word with a question mark means something in
 * another of the languages, as French "car": it does not tell a language, and is a stop word only
 * where others told it.
 */
final class StopWords {

  private static final List<String> LANGUAGES =
      List.of("english", "german", "french", "spanish", "portuguese");

  /** Of each word a bit for each language, and as many bits above these where it tells it. */
  private static final Map<String, Integer> LISTED = read();

  private final int languages;

  private StopWords(int languages) {
    this.languages = languages;
  }

  static StopWords of(Words words) {
    var votes = new int[LANGUAGES.size()];
    for (int i = 0; i < words.size(); i++) {
      int tells = LISTED.getOrDefault(words.get(i), 0) >>> LANGUAGES.size();
      for (int rest = tells; rest != 0; rest &= rest - 1) {
        votes[Integer.numberOfTrailingZeros(rest)]++;
      }
    }
    int most = 1;
    int languages = 0;
    for (int language = 0; language < votes.length; language++) {
      if (votes[language] > most) {
        most = votes[language];
        languages = 0;
      }
      languages |= votes[language] == most ? 1 << language : 0;
    }
    return new StopWords(languages);
  }

  boolean has(String word) {
    return (LISTED.getOrDefault(word, 0) & languages) != 0;
  }

  private static Map<String, Integer> read() {
    var listed = new HashMap<String, Integer>();
    for (int i = 0; i < LANGUAGES.size(); i++) {
      int stops = 1 << i;
      int tells = stops | stops << LANGUAGES.size();
      for (var line : load(LANGUAGES.get(i)).split("\n")) {
        if (!line.startsWith("#")) {
          for (var word : line.split(" ")) {
            if (word.endsWith("?")) {
              listed.merge(word.substring(0, word.length() - 1), stops, (a, b) -> a | b);
            } else {
              listed.merge(word, tells, (a, b) -> a | b);
            }
          }
        }
      }
    }
    return Map.copyOf(listed);
  }

  private static String load(String language) {
    var name = "stop-words-" + language + ".txt";
    try (var resource = StopWords.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(name + " is not in the class path");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
