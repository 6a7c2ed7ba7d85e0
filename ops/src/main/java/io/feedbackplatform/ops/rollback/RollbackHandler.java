package io.feedbackplatform.ops.rollback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.feedbackplatform.ops.Clients;
import io.feedbackplatform.ops.LoggedMetrics;
import io.feedbackplatform.ops.Pauses;
import io.feedbackplatform.ops.Settings;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.slf4j.MDC;

/** Lambda behind the topic of the alarms. It fails when it has to be called again. */
public final class RollbackHandler implements RequestStreamHandler {

  private final AlarmInbox inbox;

  /** For Lambda: as the environment says. */
  public RollbackHandler() {
    this(wired(Settings.ofProcess(), Clock.systemUTC(), Pauses.REAL));
  }

  /** With everything given. */
  RollbackHandler(AlarmInbox inbox) {
    this.inbox = inbox;
  }

  static AlarmInbox wired(Settings settings, Clock clock, Pauses pauses) {
    var metrics = new LoggedMetrics(clock, settings.function());
    var clients = new Clients(settings, metrics);
    var records = clients.records();
    var report =
        new Report(
            records, clients.notifications(), metrics, clock, new Messages(settings.function()));
    var rollback =
        new Rollback(
            clients.alarms(),
            clients.functions(),
            clients.deployments(),
            records,
            report,
            pauses,
            clock,
            Decide::of);
    return new AlarmInbox(settings.alarmTopicArn(), settings.alarms(), rollback, report, clock);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    try (var _ = MDC.putCloseable("requestId", context.getAwsRequestId())) {
      AlarmMessages.read(event).forEach(inbox::receive);
    }
  }
}
