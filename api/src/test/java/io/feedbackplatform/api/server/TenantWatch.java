package io.feedbackplatform.api.server;

import io.feedbackplatform.core.isolation.PortCall;
import io.feedbackplatform.core.isolation.TenantRecorder;
import io.feedbackplatform.core.isolation.WatchedStorage;
import io.feedbackplatform.core.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.slf4j.MDC;
import org.springframework.beans.factory.config.BeanPostProcessor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Watches an application from the start: while it answers a request, each call of its storage is
 * for the tenant that the request was let in for, and each request to DynamoDB for that of the
 * call.
 */
public final class TenantWatch implements BeanPostProcessor {

  /**
   * What may be asked before a request is let in: whether the person is a member of the tenant that
   * they name, what the key's own site is, that an API key or an operator's grant is in use, what
   * the caller's own tenants are called, and how often a site key was sent where it opens nothing.
   * What a look-up of a credential may read, the recorder knows.
   */
  private static final Set<String> BEFORE =
      Set.of(
          "Members.find",
          "Sites.findOwned",
          "SiteKeys.noteUse",
          "ApiKeys.noteUse",
          "OperatorGrants.findLive",
          "OperatorGrants.noteUse",
          "SharedBuckets.settle",
          "Tenants.find");

  private final TenantRecorder recorder = new TenantRecorder();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final UnaryOperator<Storage> storage;

  public TenantWatch() {
    this(UnaryOperator.identity());
  }

  /**
   * @param storage what the application is to work on instead of its storage
   */
  public TenantWatch(UnaryOperator<Storage> storage) {
    this.storage = storage;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return switch (bean) {
      case DynamoDbClient client -> recorded(client);
      case Storage watched -> WatchedStorage.of(storage.apply(watched), this::judge);
      default -> bean;
    };
  }

  /** The same, with the recorder. */
  private DynamoDbClient recorded(DynamoDbClient client) {
    var configuration = client.serviceClientConfiguration();
    return DynamoDbClient.builder()
        .region(configuration.region())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            configuration.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(recorder)
                .build())
        .build();
  }

  /** Hears of a call before it is made. */
  public void judge(PortCall call) {
    var tenant = MDC.get("tenant");
    if (call.tenant() == null) {
      return; // What it may read, the recorder knows.
    }
    if (tenant == null ? !BEFORE.contains(call.name()) : !tenant.equals(call.tenant().value())) {
      faults.add(call + " in a request for " + tenant);
    }
  }

  /** How many items or partitions the application asked DynamoDB for. */
  public long accesses() {
    return recorder.accesses();
  }

  /** What should not have been asked, in words. */
  public List<String> faults() {
    var all = new ArrayList<>(faults);
    all.addAll(recorder.faults());
    return all;
  }
}
