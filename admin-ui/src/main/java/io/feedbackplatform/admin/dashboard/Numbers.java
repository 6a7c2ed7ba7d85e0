package io.feedbackplatform.admin.dashboard;

import java.text.NumberFormat;
import java.util.Locale;

/** Counts, as the reader writes numbers. */
final class Numbers {
  private Numbers() {}

  static String of(long count, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(count);
  }

  /** A count beside its share. */
  static String of(long count, double percentage, Locale locale) {
    return of(count, locale) + " · " + String.format(locale, "%.0f %%", percentage);
  }
}
