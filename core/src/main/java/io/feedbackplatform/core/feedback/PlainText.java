package io.feedbackplatform.core.feedback;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Text as it is kept: characters in the composed form (Unicode Standard Annex 15, NFC), line ends
 * as line feeds, and no control characters but line feed and tab. A NUL stays, and so do half
 * surrogate pairs, for the rules to refuse.
 */
final class PlainText {

  /**
   * The most that the longest field may take in UTF-16. What is longer is refused whatever it is
   * composed to, and ordering the marks of an endless text takes the square of its length.
   */
  private static final int MOST = 2 * SubmissionRules.MESSAGE;

  private PlainText() {}

  static @Nullable String of(@Nullable String text) {
    if (text == null || text.length() > MOST) {
      return text;
    }
    // Controls go first: one of them may stand between a letter and its accent.
    return Normalizer.normalize(withoutControls(text), Normalizer.Form.NFC);
  }

  private static String withoutControls(String text) {
    if (text.chars().noneMatch(PlainText::isUnwanted)) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\u0085', '\n')
        .chars()
        .filter(character -> !isUnwanted(character))
        .forEach(character -> kept.append((char) character));
    return kept.toString();
  }

  static boolean isUnwanted(int character) {
    return Character.isISOControl(character)
        && character != '\n'
        && character != '\t'
        && character != 0;
  }
}
