package io.feedbackplatform.core.analytics;

import java.time.Instant;

/** Which stretch of time a counter counts, by when feedback was submitted. */
public sealed interface Bucket {

  /** All time. */
  record Total() implements Bucket {}

  /** One hour, day or month of UTC. */
  record Period(Granularity granularity, Instant start) implements Bucket {

    public Period {
      if (!granularity.startOf(start).equals(start)) {
        throw new IllegalArgumentException(
            "a period starts where its granularity has a border: " + start);
      }
    }

    /** The period of this granularity that holds the instant. */
    public static Period holding(Granularity granularity, Instant instant) {
      return new Period(granularity, granularity.startOf(instant));
    }
  }
}
