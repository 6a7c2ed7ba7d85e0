package io.feedbackplatform.benchmarks.cost;

import java.util.EnumMap;
import java.util.Map;

/** What a month costs, in dollars. */
record Bill(Map<Part, Double> parts) {

  Bill {
    parts = new EnumMap<>(parts);
  }

  double of(Part part) {
    return parts.getOrDefault(part, 0.0);
  }

  double total() {
    return parts.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
