package io.feedbackplatform.admin.api;

import java.util.Locale;

/** How wide the buckets of a series are; each has its own default range. */
public enum Granularity {
  /** The last 48 hours. */
  HOUR,
  /** The last 30 days. */
  DAY,
  /** The last 12 months. */
  MONTH;

  String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
