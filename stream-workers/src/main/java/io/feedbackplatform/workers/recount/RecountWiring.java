package io.feedbackplatform.workers.recount;

import com.amazonaws.services.lambda.runtime.Context;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.recount.Patience;
import io.feedbackplatform.core.recount.RecountTenant;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
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
                .apiCallTimeout(Duration.ofSeconds(10)))
        .build();
  }

  static BooleanSupplier timeOf(Context context) {
    return () -> context.getRemainingTimeInMillis() > STEP.toMillis();
  }
}
