package io.feedbackplatform.core.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Percentages that are shown side by side. */
public final class Percentages {

  private static final long WHOLE = 1_000;

  private Percentages() {}

  /**
   * The parts of a whole in tenths of a percent. They add up to 1,000, and each is one of the two
   * whole numbers around its exact value: all are rounded down, and the largest remainders, of
   * equals the first, are rounded up instead (Hamilton's method). All are 0 when nothing is
   * counted.
   *
   * @param counts none negative
   */
  public static int[] tenths(long... counts) {
    long total = LongStream.of(counts).sum();
    var tenths = new int[counts.length];
    if (total == 0) {
      return tenths;
    }
    var remainders = new long[counts.length];
    long missing = WHOLE;
    for (int i = 0; i < counts.length; i++) {
      tenths[i] = (int) (counts[i] * WHOLE / total);
      remainders[i] = counts[i] * WHOLE % total;
      missing -= tenths[i];
    }
    IntStream.range(0, counts.length)
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> remainders[i]).reversed())
        .limit(missing)
        .forEach(i -> tenths[i]++);
    return tenths;
  }
}
