package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.limit.BucketId;
import io.feedbackplatform.core.limit.SharedBuckets;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryBuckets implements SharedBuckets {

  private final Map<BucketId, Settled> buckets = new ConcurrentHashMap<>();

  @Override
  public Settled settle(TenantId tenant, String bucket, Use use) {
    return buckets.merge(
        new BucketId(tenant, bucket),
        new Settled(use.own(), false),
        (stored, begun) -> {
          var until = stored.until();
          if (!until.isAfter(use.now())) {
            return begun;
          }
          return new Settled(
              until.isAfter(use.furthest()) ? use.furthest() : until.plus(use.span()), true);
        });
  }
}
