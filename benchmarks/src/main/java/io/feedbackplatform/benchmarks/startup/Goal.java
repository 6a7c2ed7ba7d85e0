package io.feedbackplatform.benchmarks.startup;

import java.util.Locale;

/** Something that was measured and what it has to be. */
record Goal(String name, double measured, double bound, boolean atLeast) {

  static Goal atLeast(String name, double measured, double bound) {
    return new Goal(name, measured, bound, true);
  }

  static Goal atMost(String name, double measured, double bound) {
    return new Goal(name, measured, bound, false);
  }

  boolean isReached() {
    return atLeast ? measured >= bound : measured <= bound;
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%-6s %s: %.2f (goal: at %s %.2f)",
        isReached() ? "ok" : "MISSED",
        name,
        measured,
        atLeast ? "least" : "most",
        bound);
  }
}
