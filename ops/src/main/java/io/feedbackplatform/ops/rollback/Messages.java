package io.feedbackplatform.ops.rollback;

import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.notification.Notification;
import io.feedbackplatform.ops.record.RollbackRecord;

/**
 * What people are told.
 *
 * @param function named in every message: an installation may have several
 */
record Messages(String function) {

  private static final String COMMAND = "ops/operate";

  Notification rolledBack(RollbackRecord rollback, PublishedVersion where) {
    var suspect = rollback.suspect().id();
    var sha = rollback.codeSha256();
    var freeze =
        sha == null
            ? "No build is frozen."
            : """
            Its build (CodeSha256 %s) is frozen: the next release of it is refused.
            When it is mended otherwise, clear it with: %s unfreeze %s --stage <stage>\
            """
                .formatted(sha, COMMAND, sha);
    return Notification.of(
        "[rolled back] " + function + ": version " + suspect + " -> " + where,
        """
        Alarm %s went off. %s was taken back from version %s to version %s, which serves all \
        requests now.
        %s
        If the alarm goes on, the build is not the cause.
        What now: docs/runbooks/lambda-bug.md, docs/runbooks/api-errors.md
        What happened: %s history --stage <stage>
        """
            .formatted(rollback.alarm(), function, suspect, where, freeze, COMMAND));
  }

  Notification superseded(RollbackRecord rollback) {
    return Notification.of(
        "[look] " + function + ": version " + rollback.suspect().id() + " was replaced",
        """
        Alarm %s went off because of version %s of %s. Before it could be taken back, somebody \
        else changed the alias, and that was left as it is.
        Version %s will not be used for rollbacks.
        What now: docs/runbooks/api-errors.md
        """
            .formatted(
                rollback.alarm(), rollback.suspect().id(), function, rollback.suspect().id()));
  }

  Notification needsHuman(String alarm, String suspect, String why) {
    return Notification.of(
        "[act now] " + function + ": no rollback from version " + suspect,
        """
        Alarm %s is on, and %s was NOT taken back from version %s: %s.
        Nothing was changed. A human has to decide.
        What now: docs/runbooks/api-errors.md
        What happened: %s history --stage <stage>
        """
            .formatted(alarm, function, suspect, why, COMMAND));
  }
}
