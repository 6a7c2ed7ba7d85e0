package io.feedbackplatform.benchmarks.cost.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures with as many digits as a measurement is good for. */
final class Numbers {

  private Numbers() {}

  static double rounded(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue();
  }
}
