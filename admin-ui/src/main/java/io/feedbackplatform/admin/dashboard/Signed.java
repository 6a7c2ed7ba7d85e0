package io.feedbackplatform.admin.dashboard;

import java.util.Locale;

/** Numbers that always have a sign, but for zero. */
final class Signed {
  private Signed() {}

  static String of(double value, int decimals, Locale locale) {
    String digits = String.format(locale, "%." + decimals + "f", Math.abs(value));
    boolean zero = digits.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    return zero ? digits : (value < 0 ? "−" : "+") + digits;
  }
}
