package io.feedbackplatform.core.site;

import java.util.regex.Pattern;

/**
 * How a site's widget looks.
 *
 * @param accentColor {@code #RRGGBB}
 */
public record WidgetTheme(String accentColor, Mode mode, Position position) {

  private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");

  /** Blue, following the visitor's light or dark preference, at the bottom right. */
  public static final WidgetTheme DEFAULT =
      new WidgetTheme("#3B5BDB", Mode.AUTO, Position.BOTTOM_RIGHT);

  /** Light, dark, or as the visitor's device prefers. */
  public enum Mode {
    AUTO,
    LIGHT,
    DARK
  }

  /** The corner of the page that holds the launcher. */
  public enum Position {
    BOTTOM_RIGHT,
    BOTTOM_LEFT
  }

  public WidgetTheme {
    if (!isColor(accentColor)) {
      throw new IllegalArgumentException("an accent colour is #RRGGBB");
    }
  }

  static boolean isColor(String text) {
    return COLOR.matcher(text).matches();
  }
}
