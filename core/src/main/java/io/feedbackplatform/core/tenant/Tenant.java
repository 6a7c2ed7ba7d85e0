package io.feedbackplatform.core.tenant;

import java.time.Instant;

/**
 * A customer of the platform.
 *
 * @param name what people call it, 1 to 200 characters
 * @param writeShards over how many partitions its feedback is spread, 1 to 100; fixed for the
 *     tenant's life
 * @param retentionDays after how many days feedback expires, 0 to keep it
 */
public record Tenant(
    TenantId id, String name, int writeShards, int retentionDays, Instant createdAt) {

  /** Feedback expires after 30 days unless the tenant says otherwise. */
  public static final int DEFAULT_RETENTION_DAYS = 30;

  public Tenant {
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException("a tenant's name has 1 to 200 characters");
    }
    if (writeShards < 1 || writeShards > 100) {
      throw new IllegalArgumentException("a tenant has 1 to 100 write shards");
    }
    if (retentionDays < 0) {
      throw new IllegalArgumentException("retention is 0 (keep) or a number of days");
    }
  }

  /** A tenant with one write shard and the default retention. */
  public static Tenant named(TenantId id, String name, Instant createdAt) {
    return new Tenant(id, name, 1, DEFAULT_RETENTION_DAYS, createdAt);
  }
}
