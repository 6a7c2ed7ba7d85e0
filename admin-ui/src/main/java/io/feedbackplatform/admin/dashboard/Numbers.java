package io.feedbackplatform.admin.dashboard;

import java.util.Locale;

/** Counts beside their shares. */
final class Percent {
  private Percent() {}

  static String of(long count, double percentage) {
    return String.format(Locale.ENGLISH, "%,d · %.0f %%", count, percentage);
  }
}
