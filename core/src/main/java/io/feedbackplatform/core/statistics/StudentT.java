package io.feedbackplatform.core.statistics;

/** Student's distribution. */
final class StudentT {

  /** As published for 1 to 30 degrees of freedom. */
  private static final double[] PUBLISHED = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, //
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, //
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
  };

  private StudentT() {}

  /**
   * The 0.975 quantile, to three decimals.
   *
   * @param degrees of freedom, at least 1
   * @see <a href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda3672.htm">NIST/SEMATECH
   *     e-Handbook, 1.3.6.7.2 Critical values of the Student's t distribution</a>
   * @see <a href="https://personal.math.ubc.ca/~cbm/aands/page_949.htm">Abramowitz and Stegun,
   *     26.7.5, for more degrees than the table has</a>
   */
  static double twoSided95(long degrees) {
    if (degrees <= PUBLISHED.length) {
      return PUBLISHED[(int) degrees - 1];
    }
    double x = Estimate.Z;
    double x2 = x * x;
    double first = x * (x2 + 1) / 4;
    double second = x * ((5 * x2 + 16) * x2 + 3) / 96;
    double third = x * (((3 * x2 + 19) * x2 + 17) * x2 - 15) / 384;
    double inverse = 1.0 / degrees;
    return x + inverse * (first + inverse * (second + inverse * third));
  }
}
