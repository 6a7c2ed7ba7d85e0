package io.feedbackplatform.workers.removal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.operator.RemoveTenants;
import io.feedbackplatform.core.operator.RemoveTenants.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Lambda on a schedule. It stops in time; the next run goes on where it stopped. What the event
 * says does not matter.
 */
public final class RemoveTenantsHandler implements RequestHandler<Map<String, Object>, Report> {

  private static final Logger LOG = LoggerFactory.getLogger(RemoveTenantsHandler.class);

  /** What a step may take at most, so that none is cut off. */
  private static final Duration STEP = Duration.ofSeconds(30);

  private final RemoveTenants removal;

  /** For Lambda: on the tables that the environment names. */
  public RemoveTenantsHandler() {
    this(
        new RemoveTenants(
            new DynamoDbStorage(
                    DynamoDbClient.builder()
                        .overrideConfiguration(limits ->
                            limits
                                .apiCallAttemptTimeout(Duration.ofSeconds(2))
                                .apiCallTimeout(Duration.ofSeconds(5)))
                        .build(),
                    TableNames.fromEnvironment(System.getenv()),
                    Clock.systemUTC())
                .tenantRemovals()));
  }

  /** With everything given. */
  public RemoveTenantsHandler(RemoveTenants removal) {
    this.removal = removal;
  }

  @Override
  public Report handleRequest(Map<String, Object> event, Context context) {
    try (var _ = MDC.putCloseable("requestId", context.getAwsRequestId())) {
      var report = removal.run(() -> context.getRemainingTimeInMillis() > STEP.toMillis());
      LOG.atInfo()
          .addKeyValue("removed", report.removed())
          .addKeyValue("unfinished", report.unfinished())
          .log("Tenants were removed");
      return report;
    }
  }
}
