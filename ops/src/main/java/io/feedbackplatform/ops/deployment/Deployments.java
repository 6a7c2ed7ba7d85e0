package io.feedbackplatform.ops.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Deployments to the alias. */
public interface Deployments {

  /** Longer than any deployment of a function lasts (CodeDeploy's limit: two days). */
  Duration LONGEST = Duration.ofHours(49);

  /** All that were created since then, in no order. */
  List<Deployment> since(Instant created);

  /**
   * Asks for the end of a running deployment, and for the alias to be put back to what it was
   * before. Both take a while. Nothing happens when it has ended already.
   */
  void stop(String id);
}
