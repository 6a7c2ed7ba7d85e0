package io.feedbackplatform.ops.rollback;

import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Admits messages, and has the admitted ones dealt with. */
final class AlarmInbox {

  private static final Logger LOG = LoggerFactory.getLogger(AlarmInbox.class);

  private final String topicArn;
  private final Set<String> alarms;
  private final Rollback rollback;
  private final Report report;
  private final Clock clock;

  AlarmInbox(String topicArn, Set<String> alarms, Rollback rollback, Report report, Clock clock) {
    this.topicArn = topicArn;
    this.alarms = alarms;
    this.rollback = rollback;
    this.report = report;
    this.clock = clock;
  }

  /** Fails when the message has to be delivered again. */
  void receive(AlarmMessage message) {
    var refusal = message.refusal(topicArn, alarms, clock.instant());
    if (refusal.isPresent()) {
      report.refused(message, refusal.get());
      return;
    }
    try {
      rollback.run(message);
    } catch (RuntimeException failure) {
      try {
        report.failed(message, failure);
      } catch (RuntimeException alsoThat) {
        failure.addSuppressed(alsoThat);
      }
      LOG.atError().setCause(failure).addKeyValue("alarm", message.alarm()).log("Failed.");
      throw failure;
    }
  }
}
