package io.feedbackplatform.ops.record;

import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.Suspect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one rollback of a suspect. It is written before anything changes, so that whoever comes next
 * finds what is under way and ends it, whatever became of its author.
 *
 * @param codeSha256 of the build that is frozen with it; null when none is
 * @param to what the alias is to point at
 * @param revisionId of the alias that may be changed for it; null as long as that is CodeDeploy's
 *     part
 */
public record RollbackRecord(
    Suspect suspect,
    @Nullable String codeSha256,
    PublishedVersion to,
    @Nullable String revisionId,
    String alarm,
    Instant decidedAt,
    Progress progress) {

  /** How far a rollback has come. */
  public enum Progress {
    STARTED,
    /** Done, and told. */
    DONE,
    /** Not done: the alias went elsewhere first. */
    SUPERSEDED
  }

  public boolean unfinished() {
    return progress == Progress.STARTED;
  }

  /** Whether the alias may be changed for it while it has this revision. */
  public boolean mayChange(String currentRevisionId) {
    return revisionId == null || revisionId.equals(currentRevisionId);
  }

  /** The same rollback, to be made by a change of this revision. */
  public RollbackRecord aimedAt(PublishedVersion target, String currentRevisionId) {
    return new RollbackRecord(
        suspect, codeSha256, target, currentRevisionId, alarm, decidedAt, progress);
  }

  /** The same rollback, come to its end. */
  public RollbackRecord ended(PublishedVersion where, Progress how) {
    return new RollbackRecord(suspect, codeSha256, where, revisionId, alarm, decidedAt, how);
  }
}
