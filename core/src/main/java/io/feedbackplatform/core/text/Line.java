package io.feedbackplatform.core.text;

/** Text that is shown on one line, as names and reasons are. */
public final class Line {

  private Line() {}

  /**
   * Whether all of it is seen where it is shown: no controls, line breaks, halves of characters, or
   * what turns the direction of the text around.
   */
  public static boolean isVisible(String text) {
    return text.codePoints().allMatch(Line::isVisible);
  }

  /** The same of one character (Unicode's general categories Cc, Cf, Cs, Zl and Zp are not). */
  public static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
