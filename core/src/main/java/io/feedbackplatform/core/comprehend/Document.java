package io.feedbackplatform.core.comprehend;

import io.feedbackplatform.core.sentiment.Languages;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.comprehend.model.LanguageCode;

/** A message as Comprehend takes it. */
final class Document {

  /**
   * The reference says 5 KB of a document, and the command line's help fewer than 5,000 bytes
   * (API_BatchDetectSentiment): this is right by both.
   */
  static final int MOST_BYTES = 4_999;

  private static final Set<String> TRADITIONAL = Set.of("hant", "tw", "hk", "mo");

  /** Those that Comprehend knows (API_BatchDetectSentiment). */
  private static final Set<LanguageCode> IN_LATIN_SCRIPT =
      Set.of(
          LanguageCode.EN,
          LanguageCode.DE,
          LanguageCode.FR,
          LanguageCode.ES,
          LanguageCode.PT,
          LanguageCode.IT);

  private Document() {}

  /** The language to judge it in; empty when Comprehend does not know it. */
  static Optional<LanguageCode> languageOf(String message, @Nullable String locale) {
    var language = Languages.of(message, locale);
    var code =
        language.equals("zh") && isTraditional(locale)
            ? LanguageCode.ZH_TW
            : LanguageCode.fromValue(language);
    return code == LanguageCode.UNKNOWN_TO_SDK_VERSION
            || (IN_LATIN_SCRIPT.contains(code) && !isPlausible(message, locale))
        ? Optional.empty()
        : Optional.of(code);
  }

  /** Words in another script are of none of these languages, whatever the locale says. */
  private static boolean isPlausible(String message, @Nullable String locale) {
    long letters = message.codePoints().filter(Character::isLetter).count();
    long latin =
        message
            .codePoints()
            .filter(Character::isLetter)
            .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
            .count();
    boolean hinted = locale != null && !locale.isBlank();
    return letters == 0 ? hinted : 2 * latin >= letters;
  }

  private static boolean isTraditional(@Nullable String locale) {
    for (var part : locale == null ? new String[0] : locale.split("[-_]", -1)) {
      if (TRADITIONAL.contains(part.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** As much of it as a document may have, whole characters only. */
  static String cut(String message) {
    int bytes = 0;
    for (int i = 0; i < message.length(); ) {
      int character = message.codePointAt(i);
      bytes += bytesOf(character);
      if (bytes > MOST_BYTES) {
        return message.substring(0, i);
      }
      i += Character.charCount(character);
    }
    return message;
  }

  /** In UTF-8 (RFC 3629, section 3). */
  private static int bytesOf(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
