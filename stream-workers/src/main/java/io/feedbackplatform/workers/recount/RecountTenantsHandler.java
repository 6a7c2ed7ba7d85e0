package io.feedbackplatform.workers.recount;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.recount.RecountReport;
import io.feedbackplatform.core.recount.RecountTenants;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Lambda on a schedule, at night: recounts every tenant and repairs, as far as its time goes. What
 * the event says does not matter. The log's line of each tenant becomes a metric; a tenant that
 * cannot be recounted fails the run when all others are.
 */
public final class RecountTenantsHandler
    implements RequestHandler<Map<String, Object>, RecountTenantsHandler.Answer> {

  private static final Logger LOG = LoggerFactory.getLogger(RecountTenantsHandler.class);

  private final RecountTenants recounts;

  /**
   * What was done.
   *
   * @param tenants that were recounted
   * @param all whether there was time for all of them
   */
  public record Answer(int tenants, boolean all) {}

  /** For Lambda: on the tables that the environment names. */
  public RecountTenantsHandler() {
    this(RecountWiring.storage());
  }

  private RecountTenantsHandler(DynamoDbStorage storage) {
    this(new RecountTenants(storage.tenantRegister(), RecountWiring.recount(storage)));
  }

  /** With everything given. */
  public RecountTenantsHandler(RecountTenants recounts) {
    this.recounts = recounts;
  }

  @Override
  public Answer handleRequest(Map<String, Object> event, Context context) {
    try (var _ = MDC.putCloseable("requestId", context.getAwsRequestId())) {
      var listener = new Log();
      boolean all = recounts.run(RecountWiring.timeOf(context), listener);
      LOG.atInfo()
          .addKeyValue("tenants", listener.tenants)
          .addKeyValue("failed", listener.failed)
          .addKeyValue("all", all)
          .log("Tenants were recounted");
      if (listener.failed > 0) {
        throw new IllegalStateException("tenants could not be recounted: " + listener.failed);
      }
      return new Answer(listener.tenants, all);
    }
  }

  private static final class Log implements RecountTenants.Listener {

    private int tenants;
    private int failed;

    @Override
    public void recounted(TenantId tenant, RecountReport report) {
      tenants++;
      RecountWiring.log(LOG, tenant, report);
    }

    @Override
    public void failed(TenantId tenant, RuntimeException failure) {
      failed++;
      LOG.atError()
          .setCause(failure)
          .addKeyValue("tenantId", tenant)
          .log("A tenant could not be recounted.");
    }

    @Override
    public void late(TenantId tenant) {
      LOG.atWarn()
          .addKeyValue("tenantId", tenant)
          .log("Time was up within a tenant; it and those after it are left to another night.");
    }
  }
}
