package io.feedbackplatform.api.storage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The client of DynamoDB, made beside the start of the application: what the SDK knows of services
 * and regions, and the authorities that the JVM trusts, take longer to read than most of the rest.
 */
public final class EarlyClient {

  private static final Executor THREAD =
      task -> Thread.ofPlatform().daemon().name("early-client").start(task);

  private static final AtomicReference<@Nullable Begun> EARLY = new AtomicReference<>();

  private record Begun(StorageSettings settings, CompletableFuture<DynamoDbClient> client) {}

  private EarlyClient() {}

  /** Begins to make it. */
  public static void begin(StorageSettings settings) {
    var client = CompletableFuture.supplyAsync(() -> StorageConfiguration.client(settings), THREAD);
    EARLY.set(new Begun(settings, client));
  }

  /**
   * The one that was begun, once and with these settings only; otherwise another.
   *
   * @throws RuntimeException as making it did
   */
  static DynamoDbClient take(StorageSettings settings) {
    var begun = EARLY.getAndSet(null);
    if (begun == null || !begun.settings().equals(settings)) {
      return StorageConfiguration.client(settings);
    }
    try {
      return begun.client().join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }
}
