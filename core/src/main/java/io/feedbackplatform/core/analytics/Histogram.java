package io.feedbackplatform.core.analytics;

import java.util.Arrays;

/** How often each value of a scale was given; as a difference, any count may be negative. */
public final class Histogram {

  private final int least;
  private final long[] counts;

  private Histogram(int least, long[] counts) {
    this.least = least;
    this.counts = counts;
  }

  /**
   * @param least the lowest value of the scale
   * @param counts of that value and those above it
   */
  public static Histogram of(int least, long... counts) {
    return new Histogram(least, counts.clone());
  }

  static Histogram of(Scale scale, long[] parts) {
    return new Histogram(
        scale.least(), Arrays.copyOfRange(parts, scale.first(), scale.first() + scale.width()));
  }

  public int least() {
    return least;
  }

  public int most() {
    return least + counts.length - 1;
  }

  /**
   * @throws IndexOutOfBoundsException for a value that the scale does not have
   */
  public long count(int value) {
    return counts[value - least];
  }

  /** How many values of a part of the scale were given, both ends included. */
  public long count(int from, int to) {
    long sum = 0;
    for (int value = from; value <= to; value++) {
      sum += count(value);
    }
    return sum;
  }

  /** How many values were given. */
  public long responses() {
    return count(least(), most());
  }

  public long sum() {
    long sum = 0;
    for (int value = least(); value <= most(); value++) {
      sum += value * count(value);
    }
    return sum;
  }

  public long sumOfSquares() {
    long sum = 0;
    for (int value = least(); value <= most(); value++) {
      sum += (long) value * value * count(value);
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Histogram that
        && least == that.least
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * least + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "from " + least + ": " + Arrays.toString(counts);
  }
}
