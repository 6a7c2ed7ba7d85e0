package io.feedbackplatform.ops.rollback;

import io.feedbackplatform.ops.Metric;
import io.feedbackplatform.ops.Metrics;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.notification.Notifications;
import io.feedbackplatform.ops.record.AuditEntry;
import io.feedbackplatform.ops.record.Claim;
import io.feedbackplatform.ops.record.Records;
import io.feedbackplatform.ops.record.RollbackRecord;
import io.feedbackplatform.ops.record.RollbackRecord.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what came of an alarm, and tells people of it once, however often it is reported and
 * by however many at a time.
 */
final class Report {

  private static final Logger LOG = LoggerFactory.getLogger(Report.class);

  /** Shorter than the minute after which Lambda delivers again what failed. */
  private static final Duration TELLING = Duration.ofSeconds(45);

  private static final Duration NEVER_AGAIN = Duration.ofDays(3650);
  private static final Duration PAGE_AGAIN = Duration.ofHours(6);

  private final Records records;
  private final Notifications notifications;
  private final Metrics metrics;
  private final Clock clock;
  private final Messages messages;

  Report(
      Records records,
      Notifications notifications,
      Metrics metrics,
      Clock clock,
      Messages messages) {
    this.records = records;
    this.notifications = notifications;
    this.metrics = metrics;
    this.clock = clock;
    this.messages = messages;
  }

  /** A message that is not acted upon. */
  void refused(AlarmMessage message, String why) {
    write("refused", message, null, null, why, clock.instant());
    metrics.count(Metric.ROLLBACK_REFUSED);
  }

  /** A run that failed; it will be repeated. */
  void failed(AlarmMessage message, RuntimeException failure) {
    metrics.count(Metric.ROLLBACK_FAILED);
    write("failed", message, null, null, String.valueOf(failure.getMessage()), clock.instant());
  }

  void deploymentStopped(AlarmMessage message, String deployment, @Nullable String suspect) {
    metrics.count(Metric.DEPLOYMENT_STOPPED);
    write(
        "deployment_stopped",
        message,
        suspect,
        null,
        "deployment " + deployment + " was asked to stop and to put the alias back",
        clock.instant());
  }

  /** Nothing was changed, and for some reasons a human has to know. */
  void left(AlarmMessage message, Reason reason, String suspect, String detail, String holder) {
    var text = detail.isEmpty() ? reason.text() : reason.text() + " (" + detail + ")";
    write(reason.name().toLowerCase(Locale.ROOT), message, suspect, null, text, clock.instant());
    if (reason.pages()) {
      var topic = reason + "#" + suspect;
      if (records.claim(topic, holder, clock.instant(), TELLING, PAGE_AGAIN) == Claim.MINE) {
        notifications.send(messages.needsHuman(message.alarm(), suspect, text));
        metrics.count(Metric.ROLLBACK_PAGED);
        records.told(topic, clock.instant());
      }
    }
  }

  /** The alias is where it should be. */
  void rolledBack(
      AlarmMessage message, RollbackRecord rollback, PublishedVersion where, String holder) {
    var suspect = rollback.suspect().id();
    var by = rollback.revisionId() == null ? "CodeDeploy" : "the rollback";
    write(
        "rolled_back",
        message,
        suspect,
        where.toString(),
        by + " put the alias on version " + where + frozen(rollback),
        rollback.decidedAt());
    tellAndClose(
        rollback,
        rollback.ended(where, Progress.DONE),
        holder,
        () -> {
          notifications.send(messages.rolledBack(rollback, where));
          metrics.count(Metric.ROLLBACK_DONE);
        });
  }

  /** The alias went elsewhere before it could be put back. */
  void superseded(AlarmMessage message, RollbackRecord rollback, String holder) {
    write(
        "superseded",
        message,
        rollback.suspect().id(),
        null,
        "the alias was changed by somebody else before it could be put back" + frozen(rollback),
        rollback.decidedAt());
    tellAndClose(
        rollback,
        rollback.ended(rollback.to(), Progress.SUPERSEDED),
        holder,
        () -> {
          notifications.send(messages.superseded(rollback));
          metrics.count(Metric.ROLLBACK_PAGED);
        });
  }

  private static String frozen(RollbackRecord rollback) {
    return rollback.codeSha256() == null ? "" : "; build " + rollback.codeSha256() + " is frozen";
  }

  private void tellAndClose(
      RollbackRecord read, RollbackRecord closed, String holder, Runnable tell) {
    var topic = "ROLLBACK#" + read.suspect().id();
    switch (records.claim(topic, holder, clock.instant(), TELLING, NEVER_AGAIN)) {
      case MINE -> {
        tell.run();
        records.told(topic, clock.instant());
        var _ = records.replace(read, closed);
      }
      case TOLD -> {
        var _ = records.replace(read, closed);
      }
      // Whoever holds the claim closes the record; if he fails, his message comes again.
      case BUSY -> {}
    }
  }

  private void write(
      String outcome,
      AlarmMessage message,
      @Nullable String from,
      @Nullable String to,
      String detail,
      Instant at) {
    // A rollback is one entry, whoever reports it; everything else is one for each message.
    var key = to == null ? outcome + "#" + message.messageId() : outcome + "#" + from;
    records.audit(new AuditEntry(at, key, outcome, message.alarm(), from, to, detail));
    LOG.atInfo()
        .addKeyValue("outcome", outcome)
        .addKeyValue("alarm", message.alarm())
        .addKeyValue("messageId", message.messageId())
        .addKeyValue("fromVersion", from == null ? "" : from)
        .addKeyValue("toVersion", to == null ? "" : to)
        .addKeyValue("reason", detail)
        .log("An alarm was dealt with.");
  }
}
