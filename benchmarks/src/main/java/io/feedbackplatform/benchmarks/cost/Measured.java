package io.feedbackplatform.benchmarks.cost;

import java.util.List;
import java.util.Map;

/**
 * What was measured; {@code benchmarks/cost --measure} writes it.
 *
 * @param on the day, as in 2026-11-22
 * @param feedbackItemBytes a stored piece of feedback by DynamoDB's rule, on average
 * @param peakMemory what the API's process held at most, in MB
 * @param requests by the name of the request
 * @param aggregation counting, for several shapes of a batch
 * @param widgetBytes the widget's files, compressed as a browser gets them
 */
public record Measured(
    String on,
    int feedbackItemBytes,
    long peakMemory,
    Map<String, Request> requests,
    List<Aggregation> aggregation,
    Map<String, Integer> widgetBytes) {

  /**
   * One request to the API, on average.
   *
   * @param readUnits of DynamoDB when the process was not asked for five seconds
   * @param readUnitsRemembered when it was asked the same a moment ago
   * @param counterReadUnits those of {@code readUnits} that are the analytics table's
   * @param writeUnits a transaction's count twice
   * @param calls requests to DynamoDB that are no transactions
   * @param cpuMillis of the API's process
   * @param logBytes that the API writes
   * @param answerBytes of the body
   */
  public record Request(
      double readUnits,
      double readUnitsRemembered,
      double counterReadUnits,
      double writeUnits,
      int calls,
      int transactions,
      double cpuMillis,
      int logBytes,
      int answerBytes) {}

  /**
   * Counting in batches.
   *
   * @param tenants among which the records are spread evenly, each with one site
   * @param batch records
   * @param writeUnits for each record
   */
  public record Aggregation(int tenants, int batch, double writeUnits, double cpuMillis) {}

  public Measured {
    requests = Map.copyOf(requests);
    aggregation = List.copyOf(aggregation);
    widgetBytes = Map.copyOf(widgetBytes);
  }

  /** The request with this name. */
  public Request request(String name) {
    var request = requests.get(name);
    if (request == null) {
      throw new IllegalArgumentException("not measured: " + name);
    }
    return request;
  }
}
