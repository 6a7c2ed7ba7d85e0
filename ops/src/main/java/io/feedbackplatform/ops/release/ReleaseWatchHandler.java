package io.feedbackplatform.ops.release;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.feedbackplatform.ops.Clients;
import io.feedbackplatform.ops.LoggedMetrics;
import io.feedbackplatform.ops.Settings;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.slf4j.MDC;

/** Lambda that is called every few minutes, by a schedule, to look after released versions. */
public final class ReleaseWatchHandler implements RequestStreamHandler {

  private final ReleaseWatch watch;

  /** For Lambda: as the environment says. */
  public ReleaseWatchHandler() {
    this(wired(Settings.ofProcess(), Clock.systemUTC()));
  }

  /** With everything given. */
  ReleaseWatchHandler(ReleaseWatch watch) {
    this.watch = watch;
  }

  private static ReleaseWatch wired(Settings settings, Clock clock) {
    var metrics = new LoggedMetrics(clock, settings.function());
    var clients = new Clients(settings, metrics);
    return new ReleaseWatch(
        clients.functions(),
        clients.alarms(),
        clients.deployments(),
        clients.records(),
        metrics,
        clock,
        settings.alarms(),
        settings.bakeTime());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    try (var _ = MDC.putCloseable("requestId", context.getAwsRequestId())) {
      watch.look();
    }
  }
}
