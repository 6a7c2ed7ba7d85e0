package io.feedbackplatform.benchmarks.cost.measure;

/**
 * What requests to DynamoDB consumed.
 *
 * @param readUnits of 4 KB, read consistently
 * @param counterReadUnits those of them that were of the analytics table
 * @param writeUnits of 1 KB; a unit written in a transaction counts twice
 * @param requests that were no transactions
 */
public record Consumption(
    double readUnits, double counterReadUnits, double writeUnits, int requests, int transactions) {

  static final Consumption NONE = new Consumption(0, 0, 0, 0, 0);

  Consumption plus(Consumption other) {
    return new Consumption(
        readUnits + other.readUnits,
        counterReadUnits + other.counterReadUnits,
        writeUnits + other.writeUnits,
        requests + other.requests,
        transactions + other.transactions);
  }
}
