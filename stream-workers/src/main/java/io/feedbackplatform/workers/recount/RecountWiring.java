package io.feedbackplatform.workers.recount;

import com.amazonaws.services.lambda.runtime.Context;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.recount.Patience;
import io.feedbackplatform.core.recount.RecountCutOff;
import io.feedbackplatform.core.recount.RecountReport;
import io.feedbackplatform.core.recount.RecountTenant;
import io.feedbackplatform.core.recount.RecountTenants;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** What the functions have in common that recount. */
final class RecountWiring {

  /** What a step may take at most, so that none is cut off. */
  private static final Duration STEP = Duration.ofSeconds(90);

  private RecountWiring() {}

  /** On the tables that the environment names. */
  static DynamoDbStorage storage() {
    return new DynamoDbStorage(
        limited(DynamoDbClient.builder()),
        TableNames.fromEnvironment(System.getenv()),
        Clock.systemUTC());
  }

  static RecountTenant recount(DynamoDbStorage storage) {
    return recount(storage, limitedToOneAttempt(DynamoDbClient.builder()));
  }

  /**
   * @param paced for what is read at a pace
   */
  static RecountTenant recount(DynamoDbStorage storage, DynamoDbClient paced) {
    return new RecountTenant(
        storage.recounts(paced), storage.sites(), storage.fences(), Patience.ORDINARY);
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

  /** What is read at a pace is tried again at that pace: the client's own would be faster. */
  static DynamoDbClient limitedToOneAttempt(DynamoDbClientBuilder builder) {
    return builder
        .overrideConfiguration(limits ->
            limits
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallAttemptTimeout(Duration.ofSeconds(3))
                .apiCallTimeout(Duration.ofSeconds(4)))
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
        .addKeyValue("cutOff", report.cutOff())
        .addKeyValue("unreadable", report.unreadable())
        .addKeyValue("unreadableIds", report.examples())
        .log(RecountTenants.RECOUNTED);
  }

  static BooleanSupplier timeOf(Context context) {
    return () -> context.getRemainingTimeInMillis() > STEP.toMillis();
  }
}
