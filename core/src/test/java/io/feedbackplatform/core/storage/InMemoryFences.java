package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.recount.Fence;
import io.feedbackplatform.core.recount.FenceMark;
import io.feedbackplatform.core.recount.Fences;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** There is no stream: who counts says by itself which marker it has met. */
final class InMemoryFences implements Fences {

  private record Passed(TenantId tenant, FenceMark mark) {}

  private final Tenants tenants;
  private final Set<Passed> passed = ConcurrentHashMap.newKeySet();

  InMemoryFences(Tenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public Fence set(TenantId tenant) {
    return new Fence(RandomId.next(), tenants.find(tenant).map(Tenant::writeShards).orElseThrow());
  }

  @Override
  public void pass(TenantId tenant, FenceMark mark) {
    passed.add(new Passed(tenant, mark));
  }

  @Override
  public boolean isPassed(TenantId tenant, Fence fence) {
    return IntStream.range(0, fence.shards())
        .mapToObj(shard -> new Passed(tenant, new FenceMark(fence.id(), shard)))
        .allMatch(passed::contains);
  }
}
