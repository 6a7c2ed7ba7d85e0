package io.feedbackplatform.core.limit;

import io.feedbackplatform.core.tenant.TenantId;

/**
 * Whose requests are counted together: always those of one tenant.
 *
 * @param name 1 to 100 printable characters, which tell the tenant's buckets apart
 */
public record BucketId(TenantId tenant, String name) {

  public BucketId {
    if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException("a bucket's name has 1 to 100 printable characters");
    }
  }
}
