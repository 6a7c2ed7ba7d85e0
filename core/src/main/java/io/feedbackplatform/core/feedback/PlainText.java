package io.feedbackplatform.core.feedback;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Text as it is kept: characters in the composed form (Unicode Standard Annex 15, NFC), line ends
 * as line feeds, and no control characters but line feed and tab. A NUL stays, and so do half
 * surrogate pairs, for the rules to refuse.
 */
final class PlainText {

  private PlainText() {}

  /**
   * What is longer than the longest field as it was sent is refused in any form: ordering the marks
   * of an endless text takes the square of its length.
   */
  static @Nullable String of(@Nullable String text) {
    if (text == null || text.codePointCount(0, text.length()) > SubmissionRules.MESSAGE) {
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

  private static boolean isUnwanted(int character) {
    return Character.isISOControl(character)
        && character != '\n'
        && character != '\t'
        && character != 0;
  }
}
