package io.feedbackplatform.core.sentiment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells the language that a message is written in. */
public final class Languages {

  private static final WordList NO_SYMBOLS = new WordList(1);
  private static final Evidence EVIDENCE = new Evidence();

  private Languages() {}

  /**
   * The language of the locale, unless that is one that there is a word list for, or none: then it
   * is the language that {@link LexiconSentimentAnalyzer} takes the message for, which knows better
   * when the locale is wrong.
   *
   * @param locale language tag of the visitor (BCP 47), if known
   * @return the primary language subtag, in lower case
   */
  public static String of(String message, @Nullable String locale) {
    var home = Language.of(locale);
    var known = primary(locale);
    return home == null && known != null
        ? known
        : EVIDENCE.languageOf(Words.of(message, NO_SYMBOLS), home).tag();
  }

  private static @Nullable String primary(@Nullable String locale) {
    return locale == null || locale.isBlank()
        ? null
        : locale.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
