package io.feedbackplatform.workers.recount;

import com.amazonaws.services.lambda.runtime.Context;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.recount.Patience;
import io.feedbackplatform.core.recount.RecountCutOff;
import io.feedbackplatform.core.recount.RecountReport;
import io.feedbackplatform.core.recount.RecountTenant;
import io.feedbackplatform.core.recount.RecountTenants;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the functions have in common that recount. */
final class RecountWiring {

  /** What a step may take at most, so that none is cut off. */
  private static final Duration STEP = Duration.ofSeconds(90);

  private RecountWiring() {}

  /** On the tables that the environment names. */
  static Storage storage() {
    return new DynamoDbStorage(
        limited(DynamoDbClient.builder()),
        TableNames.fromEnvironment(System.getenv()),
        Clock.systemUTC());
  }

  static RecountTenant recount(Storage storage) {
    return new RecountTenant(
        storage.recounts(), storage.sites(), storage.fences(), Patience.ORDINARY);
  }

  /** A request that hangs must not use up the time that there is. */
  static <C> C limited(AwsClientBuilder<?, C> builder) {
    return builder
        .overrideConfiguration(limits ->
            limits
                .apiCallAttemptTimeout(Duration.ofSeconds(3))
                .apiCallTimeout(Duration.ofSeconds(30)))
        .build();
  }

  /** Logs what was found, also when it failed on its way. */
  static Optional<RecountReport> logged(
      Logger log, TenantId tenant, Supplier<Optional<RecountReport>> recount) {
    try {
      var report = recount.get();
      report.ifPresent(found -> log(log, tenant, found));
      return report;
    } catch (RecountCutOff failure) {
      log(log, tenant, failure.report());
      throw failure;
    }
  }

  /** Metrics are read from it. */
  static void log(Logger log, TenantId tenant, RecountReport report) {
    log.atInfo()
        .addKeyValue("tenantId", tenant)
        .addKeyValue("items", report.items())
        .addKeyValue("compared", report.compared())
        .addKeyValue(RecountTenants.DRIFT, report.drift().size())
        .addKeyValue("unsettled", report.unsettled().size())
        .addKeyValue(RecountTenants.UNSETTLED_PAST, report.unsettledPast(Instant.now()))
        .addKeyValue("unreadable", report.unreadable())
        .addKeyValue("unreadableIds", report.examples())
        .log(RecountTenants.RECOUNTED);
  }

  static BooleanSupplier timeOf(Context context) {
    return () -> context.getRemainingTimeInMillis() > STEP.toMillis();
  }
}
