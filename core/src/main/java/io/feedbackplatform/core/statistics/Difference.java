package io.feedbackplatform.core.statistics;

/**
 * How two independent estimates differ.
 *
 * <p>The interval is had from both intervals by the method of variance estimates recovery: with
 * estimates x and y in [l, u] each, it goes from {@code x-y - √((x-lx)² + (uy-y)²)} to {@code x-y +
 * √((ux-x)² + (y-ly)²)}. For shares with Wilson's intervals that is Newcombe's method 10.
 *
 * @param value the later one less the earlier one
 * @param interval where the difference lies with 95 % confidence
 * @see <a
 *     href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe
 *     (1998), Interval estimation for the difference between independent proportions</a>
 * @see <a href="https://doi.org/10.1002/sim.3095">Zou and Donner (2008), Construction of confidence
 *     limits about effect measures</a>
 */
public record Difference(double value, Interval interval) {

  public static Difference between(Estimate now, Estimate before) {
    double value = now.value() - before.value();
    double down =
        Math.hypot(now.value() - now.interval().low(), before.interval().high() - before.value());
    double up =
        Math.hypot(now.interval().high() - now.value(), before.value() - before.interval().low());
    return new Difference(value, new Interval(value - down, value + up));
  }

  /** Whether there is a difference with 95 % confidence: the interval does not hold 0. */
  public boolean isSignificant() {
    return !interval.holds(0);
  }
}
