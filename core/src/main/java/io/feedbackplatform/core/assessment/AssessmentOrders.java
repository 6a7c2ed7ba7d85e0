package io.feedbackplatform.core.assessment;

import java.util.List;

/** Where orders wait until somebody has time for them. The same one may come more than once. */
@FunctionalInterface
public interface AssessmentOrders {

  /**
   * Keeps orders durably.
   *
   * @throws RuntimeException when any of them is not kept; the others may be
   */
  void place(List<AssessmentOrder> orders);
}
