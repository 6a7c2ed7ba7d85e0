package io.feedbackplatform.benchmarks.cost;

import java.util.Map;
import java.util.TreeMap;

/**
 * Of what the requests to the API consist.
 *
 * @param shares by the name of the measured request; they add up to 1
 * @param visits page visits for each request to the API
 */
record Usage(String name, Map<String, Double> shares, double visits) {

  /**
   * @param visits page visits to as many requests as are given
   * @param requests how many of each
   */
  static Usage of(String name, double visits, Map<String, Double> requests) {
    double all = requests.values().stream().mapToDouble(Double::doubleValue).sum();
    var shares = new TreeMap<String, Double>();
    requests.forEach((request, count) -> shares.put(request, count / all));
    return new Usage(name, shares, visits / all);
  }

  double submissions() {
    return shares.getOrDefault("submit", 0.0);
  }

  /** Forms of which the API was told that they were opened. */
  double opened() {
    return shares.getOrDefault("opened", 0.0);
  }
}
