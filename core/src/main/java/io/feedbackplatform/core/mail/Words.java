package io.feedbackplatform.core.mail;

import io.feedbackplatform.core.text.Line;

/** Words in the forms that a mail needs. */
final class Words {

  private Words() {}

  /**
   * On one line, without controls and without what turns the direction of the text around: a name
   * in a subject can neither begin another header nor make the reader see what is not there.
   */
  static String onOneLine(String words) {
    var line = new StringBuilder(words.length());
    words
        .codePoints()
        .map(point -> Line.isVisible(point) ? point : ' ')
        .forEach(line::appendCodePoint);
    return line.toString().replaceAll(" {2,}", " ").strip();
  }

  /** Cut to so many characters, which the reader is shown. */
  static String cut(String words, int most) {
    if (words.codePointCount(0, words.length()) <= most) {
      return words;
    }
    return words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** As HTML shows it, in text and in quoted attributes. */
  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
