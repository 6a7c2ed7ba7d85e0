package io.feedbackplatform.benchmarks.count;

import io.feedbackplatform.benchmarks.cost.measure.Consumption;
import io.feedbackplatform.core.analytics.Counters;
import java.io.IOException;

/** Prints what counting consumes of DynamoDB, and how fast it folds. */
public final class CountCommand {

  /** Write units for 1,000 records. */
  static final int MOST_UNITS = 2_200;

  /** Records a second on one core. */
  private static final int LEAST_SPEED = 200_000;

  private static final int ROUNDS = 9;

  private CountCommand() {}

  /** Ends with 1 when a goal is missed, and with 2 when it could not be measured. */
  public static void main(String[] arguments) {
    try {
      System.exit(measure() ? 0 : 1);
    } catch (IOException | RuntimeException failure) {
      // DynamoDB Local has threads of its own, which would keep this process alive.
      failure.printStackTrace();
      System.exit(2);
    }
  }

  private static boolean measure() throws IOException {
    System.out.println("1,000 records of 100 tenants (Zipf 1.1)\tread units\twrite units");
    try (var units = new WriteUnits()) {
      print("first design: a blind ADD a record", units.firstDesign(new Submissions(0.5)));
      print(
          "one transaction a record, marker and one counter",
          units.oneTransactionEach(new Submissions(0.5)));
    }
    double goal = ours("batches of 1,000, half with a category", 0.5, Counters.MOST_AT_ONCE, 1);
    ours("batches of 1,000, all with a category", 1, Counters.MOST_AT_ONCE, 1);
    ours("batches of 1,000, none with a category", 0, Counters.MOST_AT_ONCE, 1);
    ours("batches of 1,000, spread over 60 seconds", 0.5, Counters.MOST_AT_ONCE, 60);
    ours("batches of 100, half with a category", 0.5, 100, 1);
    ours("batches of 100, spread over 60 seconds", 0.5, 100, 60);
    var fold = new FoldSpeed();
    fold.median(ROUNDS);
    long speed = fold.median(ROUNDS);
    System.out.printf("records read and folded in a second of one core: %,d%n", speed);
    boolean reached = goal <= MOST_UNITS && speed >= LEAST_SPEED;
    if (!reached) {
      System.out.printf(
          "missed: at most %,d write units, at least %,d records%n", MOST_UNITS, LEAST_SPEED);
    }
    return reached;
  }

  private static double ours(String name, double withCategory, int batch, int seconds)
      throws IOException {
    try (var units = new WriteUnits()) {
      var consumed = units.ours(new Submissions(withCategory), batch, seconds);
      print(name, consumed);
      return consumed.writeUnits();
    }
  }

  private static void print(String name, Consumption consumed) {
    System.out.printf("%s\t%,.0f\t%,.0f%n", name, consumed.readUnits(), consumed.writeUnits());
  }
}
