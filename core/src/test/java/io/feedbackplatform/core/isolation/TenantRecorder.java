package io.feedbackplatform.core.isolation;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Sees every request that a client sends to DynamoDB, and keeps those that touch anything but the
 * tenant of the call on {@link WatchedStorage} that they are made in. It knows the shape of keys by
 * itself, so that a store which builds a wrong one is not believed.
 */
public final class TenantRecorder implements ExecutionInterceptor {

  private static final Pattern OWNED = Pattern.compile("T#([^#]+)#");

  private final LongAdder accesses = new LongAdder();
  private final LongAdder lookUps = new LongAdder();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    record(context.request());
  }

  /** How many items or partitions were asked for. */
  public long accesses() {
    return accesses.sum();
  }

  /** How many of them were look-ups outside of any tenant. */
  public long lookUps() {
    return lookUps.sum();
  }

  /** What should not have been asked, in words. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  void record(SdkRequest request) {
    var kind = request.getClass().getSimpleName();
    var call = WatchedStorage.currentCall().orElse(null);
    ItemAccess.in(request)
        .ifPresentOrElse(
            found -> found.forEach(access -> judge(kind, call, access)),
            () -> faults.add(call + ": " + kind + " is of no kind that is known"));
  }

  private void judge(String kind, @Nullable PortCall call, ItemAccess access) {
    accesses.increment();
    if (call != null && NamedLookUp.leadsToATenant(call)) {
      tenantOf(access.partition()).ifPresent(call::lead);
    }
    if (call == null) {
      faults.add(kind + " outside of any call: " + access);
    } else if (namesOther(call, access)) {
      faults.add(call + ": " + kind + " names another owner: " + access);
    } else if (NamedLookUp.covers(call, access)) {
      call.noteLookUp();
      lookUps.increment();
    } else if (access.index() != null
        || call.tenant() == null
        || !access.partition().startsWith("T#" + call.tenant() + "#")) {
      faults.add(call + ": " + kind + " leaves the tenant: " + access);
    }
  }

  private static Optional<TenantId> tenantOf(String partition) {
    var owned = OWNED.matcher(partition);
    return owned.lookingAt() ? Optional.of(new TenantId(owned.group(1))) : Optional.empty();
  }

  /** What lies outside of the tenant's partitions says in its sort key or itself whose it is. */
  private static boolean namesOther(PortCall call, ItemAccess access) {
    var tenant = call.tenant();
    if (tenant == null) {
      return access.owner() != null;
    }
    var sort = access.sort();
    return (access.owner() != null && !access.owner().equals(tenant.value()))
        || (sort != null && sort.startsWith("T#") && !sort.startsWith("T#" + tenant + "#"));
  }
}
