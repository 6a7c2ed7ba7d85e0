package io.feedbackplatform.workers.recount;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.feedbackplatform.core.parking.ParkedRecords;
import io.feedbackplatform.core.parking.RedriveParked;
import io.feedbackplatform.core.recount.RecountTenant;
import io.feedbackplatform.core.sqs.SqsParkedRecords;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Lambda that a person calls when what made records unreadable is mended. It stops in time; what it
 * has not done, the next call does. What the event says does not matter.
 */
public final class RedriveHandler
    implements RequestHandler<Map<String, Object>, RedriveHandler.Answer> {

  private static final Logger LOG = LoggerFactory.getLogger(RedriveHandler.class);

  private final RedriveParked redrive;

  /**
   * What was done.
   *
   * @param removed records that are parked no more
   * @param left records that stay
   * @param exact ids of the tenants whose counters are exact now
   * @param inexact ids of those whose counters are not
   */
  public record Answer(int removed, int left, List<String> exact, List<String> inexact) {}

  /** For Lambda: on the tables and the queue that the environment names. */
  public RedriveHandler() {
    this(
        RecountWiring.recount(RecountWiring.storage()),
        SqsParkedRecords.fromEnvironment(
            RecountWiring.limited(SqsClient.builder()), System.getenv()));
  }

  /** With everything given. */
  public RedriveHandler(RecountTenant recount, ParkedRecords parked) {
    this.redrive =
        new RedriveParked(
            parked,
            (tenant, hasTime) ->
                RecountWiring.logged(
                        LOG, tenant, () -> Optional.of(recount.recount(tenant, true, hasTime)))
                    .orElseThrow());
  }

  @Override
  public Answer handleRequest(Map<String, Object> event, Context context) {
    try (var _ = MDC.putCloseable("requestId", context.getAwsRequestId())) {
      var report = redrive.redrive(RecountWiring.timeOf(context));
      report
          .failures()
          .forEach((tenant, failure) ->
              LOG.atError()
                  .setCause(failure)
                  .addKeyValue("tenantId", tenant)
                  .log("A tenant could not be recounted."));
      LOG.atInfo()
          .addKeyValue("removed", report.removed())
          .addKeyValue("left", report.left())
          .log("Parked records were redriven");
      return new Answer(
          report.removed(), report.left(), ids(report.exact()), ids(report.inexact()));
    }
  }

  private static List<String> ids(List<TenantId> tenants) {
    return tenants.stream().map(TenantId::value).toList();
  }
}
