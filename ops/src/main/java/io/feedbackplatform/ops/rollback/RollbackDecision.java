package io.feedbackplatform.ops.rollback;

import io.feedbackplatform.ops.deployment.Deployment;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.Suspect;
import io.feedbackplatform.ops.record.RollbackRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next step, of a run that begins with an alarm and ends with the alias at rest. */
sealed interface RollbackDecision {

  /**
   * End a deployment instead of racing it.
   *
   * @param suspect the version that it brings in, if that gets traffic and may have caused the
   *     alarm; null otherwise
   * @param back where the alias will be afterwards; null when that cannot be told
   */
  record StopDeployment(
      Deployment deployment, @Nullable PublishedVersion suspect, @Nullable PublishedVersion back)
      implements RollbackDecision {}

  /** CodeDeploy is putting the alias back: look again in a while. */
  record AwaitDeployment(String id) implements RollbackDecision {}

  /** CodeDeploy has put the alias back by itself: keep its target out. */
  record TakenBack(PublishedVersion suspect, PublishedVersion now) implements RollbackDecision {}

  /** Begin a rollback, to the first of the candidates that is fit. */
  record RollBack(Suspect suspect, List<Candidate> candidates) implements RollbackDecision {}

  /** Go on with a rollback that was begun. */
  record Resume(RollbackRecord rollback, List<Candidate> candidates) implements RollbackDecision {}

  /** The alias is where it should be: tell, and close the record. */
  record Finish(RollbackRecord rollback, PublishedVersion where) implements RollbackDecision {}

  /** The alias has gone elsewhere: close the record. */
  record Supersede(RollbackRecord rollback) implements RollbackDecision {}

  /** Change nothing. */
  record Leave(Reason reason) implements RollbackDecision {}
}
