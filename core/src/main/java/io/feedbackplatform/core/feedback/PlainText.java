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
   * Marks that may follow each other, as in the Stream-Safe Text Format (Unicode Standard Annex 15,
   * section 13): ordering them takes the square of their number.
   */
  private static final int MARKS = 30;

  private static final char COMBINING_GRAPHEME_JOINER = '\u034F';

  private PlainText() {}

  /** What is longer than the longest field as it was sent is refused in any form. */
  static @Nullable String of(@Nullable String text) {
    if (text == null || text.codePointCount(0, text.length()) > SubmissionRules.MESSAGE) {
      return text;
    }
    // Controls go first: one of them may stand between a letter and its accent.
    return Normalizer.normalize(withoutEndlessMarks(withoutControls(text)), Normalizer.Form.NFC);
  }

  private static String withoutEndlessMarks(String text) {
    var kept = new StringBuilder(text.length());
    int marks = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      marks = isMark(character) ? marks + 1 : 0;
      if (marks > MARKS) {
        kept.append(COMBINING_GRAPHEME_JOINER);
        marks = 1;
      }
      kept.appendCodePoint(character);
      at += Character.charCount(character);
    }
    return kept.length() == text.length() ? text : kept.toString();
  }

  /** Whether a character may be one that changes places: these have a type of mark, all of them. */
  private static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          character != COMBINING_GRAPHEME_JOINER;
      default -> false;
    };
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
