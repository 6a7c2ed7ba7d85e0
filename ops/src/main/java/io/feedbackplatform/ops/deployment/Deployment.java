package io.feedbackplatform.ops.deployment;

import io.feedbackplatform.ops.function.PublishedVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deployment of a version to the alias.
 *
 * @param target the version that it brings in; null when its specification does not tell
 * @param ended null while it runs
 */
public record Deployment(
    String id,
    Stage stage,
    @Nullable PublishedVersion target,
    Instant created,
    @Nullable Instant ended) {

  /** How far a deployment has come. */
  public enum Stage {
    RUNNING,
    /** CodeDeploy is putting the alias back after a deployment that failed or was stopped. */
    RUNNING_BACK,
    SUCCEEDED,
    /** Ended by an alarm or by a stop, after it had sent traffic to its target. */
    TAKEN_BACK,
    /** Ended without success before any traffic went to its target, or as a way back. */
    FAILED
  }
}
