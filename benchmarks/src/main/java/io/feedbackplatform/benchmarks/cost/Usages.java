package io.feedbackplatform.benchmarks.cost;

import java.util.List;
import java.util.Map;

/** Ways in which customers may use the platform. */
final class Usages {

  /** A web shop whose team reads its inbox two hours on each working day. */
  private static final Customer SHOP = new Customer(20_000, 0.01, 0.4, 40, 0.25);

  /** What the headline is computed with. */
  static final Usage AS_USED = SHOP.usage("as used");

  static final Usage MORE_READING =
      new Customer(20_000, 0.01, 0.4, 160, 0.25).usage("as used, console open all day");

  static final Usage MORE_WRITING =
      new Customer(100_000, 0.02, 0.5, 40, 0.25)
          .usage("a busy site: 1,000 submissions and 100,000 visits for 40 hours of console");

  /** As the reference has it, which a product with an open inbox does not see. */
  static final Usage TWENTY_PERCENT =
      Usage.of(
          "20 % submissions, 60 % lists, 20 % analytics",
          0, Map.of("submit", 20.0, "list", 60.0, "analytics", 20.0));

  static final List<Usage> ALL = List.of(AS_USED, MORE_READING, MORE_WRITING, TWENTY_PERCENT);

  private Usages() {}
}
