package io.feedbackplatform.core.sentiment;

import org.jspecify.annotations.Nullable;

/**
 * Tells what language a text is in by words that hardly any text of a language does without. The
 * language of the visitor's locale holds unless the text has at least three such words of another
 * and more than twice as many as of its own: people write English to an English shop with a German
 * browser. Without a locale that we have a list for, it is the language with the most such words;
 * of several with as many, and when there are none, it is English or else the first.
 */
final class Evidence {

  private static final Language[] LANGUAGES = Language.values();

  /** More words of a text say nothing new. */
  private static final int ENOUGH = 200;

  /** So many of another language may be a quotation. */
  private static final int QUOTED = 2;

  /** The counts of all languages are in one number, twelve bits each. */
  private static final int LANE = 12;

  private final WordList words = new WordList(1 << 10);
  private final long[] steps = new long[1 << LANGUAGES.length];

  Evidence() {
    new WordListReader((head, key) -> words.mark(key, 1 << Language.tagged(head).ordinal()))
        .read("evidence.txt");
    for (int marks = 0; marks < steps.length; marks++) {
      for (var language : LANGUAGES) {
        if ((marks & 1 << language.ordinal()) != 0) {
          steps[marks] |= 1L << LANE * language.ordinal();
        }
      }
    }
  }

  Language languageOf(Words text, @Nullable Language home) {
    long counts = 0;
    for (int word = 0; word < Math.min(text.size(), ENOUGH); word++) {
      int place = words.find(text.key(word));
      if (place >= 0) {
        counts += steps[words.marks(place)];
      }
    }
    var most = Language.ENGLISH;
    for (var language : LANGUAGES) {
      if (count(counts, language) > count(counts, most)) {
        most = language;
      }
    }
    if (home == null) {
      return most;
    }
    return count(counts, most) > Math.max(QUOTED, 2 * count(counts, home)) ? most : home;
  }

  private static int count(long counts, Language language) {
    return (int) (counts >>> LANE * language.ordinal()) & (1 << LANE) - 1;
  }
}
