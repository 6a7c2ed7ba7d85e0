package io.feedbackplatform.core.statistics;

/** From a low end to a high end, both of it. */
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval goes from low to high");
    }
  }

  public boolean holds(double value) {
    return low <= value && value <= high;
  }

  /** What of it lies within a scale; it must reach into it. */
  Interval within(double lowest, double highest) {
    return new Interval(Math.clamp(low, lowest, highest), Math.clamp(high, lowest, highest));
  }

  /** The shortest interval that holds this one and the value. */
  Interval with(double value) {
    return new Interval(Math.min(low, value), Math.max(high, value));
  }
}
