package io.feedbackplatform.admin.dashboard;

/** Shares as whole per cents. */
final class Percent {
  private Percent() {}

  static String of(long part, long all) {
    return all == 0 ? "0 %" : Math.round(100.0 * part / all) + " %";
  }
}
