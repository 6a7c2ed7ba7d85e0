package io.feedbackplatform.core.themes;

import java.util.HashSet;
import java.util.Set;

/**
 * What of a text is counted, each once: its words of two letters and more, and its pairs of words
 * that stand side by side within a sentence. The stop words of the text's language are neither, and
 * part what they stand between; numbers count in pairs alone.
 */
final class Terms {

  private Terms() {}

  static Set<String> of(String text) {
    var words = Words.of(text);
    var stopWords = StopWords.of(words);
    var terms = new HashSet<String>(words.size() * 2);
    boolean counted = false;
    boolean number = false;
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      boolean before = counted && words.adjoins(i);
      boolean numberBefore = number;
      number = word.codePoints().noneMatch(Character::isLetter);
      counted = number || isLong(word) && !stopWords.has(word);
      if (!counted) {
        continue;
      }
      if (!number) {
        terms.add(word);
      }
      if (before && !(number && numberBefore)) {
        terms.add(words.get(i - 1) + ' ' + word);
      }
    }
    return terms;
  }

  private static boolean isLong(String word) {
    return word.codePointCount(0, word.length()) > 1;
  }
}
