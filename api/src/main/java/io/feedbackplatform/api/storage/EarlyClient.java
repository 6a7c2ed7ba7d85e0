package io.feedbackplatform.api.storage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The client of DynamoDB, made beside the start of the application: what the SDK knows of services
 * and regions, and the authorities that the JVM trusts, take longer to read than most of the rest.
 */
public final class EarlyClient {

  private static final Executor THREAD =
      task -> Thread.ofPlatform().daemon().name("early-client").start(task);

  private static final AtomicReference<@Nullable CompletableFuture<DynamoDbClient>> EARLY =
      new AtomicReference<>();

  private EarlyClient() {}

  /** Begins to make it. */
  public static void begin(StorageSettings settings) {
    EARLY.set(CompletableFuture.supplyAsync(() -> StorageConfiguration.client(settings), THREAD));
  }

  /** The one that was begun, once; otherwise another. */
  static DynamoDbClient takeOr(Supplier<DynamoDbClient> another) {
    var begun = EARLY.getAndSet(null);
    return begun == null ? another.get() : begun.join();
  }
}
