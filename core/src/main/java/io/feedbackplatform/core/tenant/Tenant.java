package io.feedbackplatform.core.tenant;

import io.feedbackplatform.core.DomainException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the platform.
 *
 * @param name what people call it, 1 to 200 characters
 * @param writeShards over how many partitions its feedback is spread, 1 to 100; fixed for the
 *     tenant's life
 * @param retentionDays after how many days feedback expires, 0 to keep it
 * @param suspension absent unless it is suspended; one that is to be deleted may be, too
 * @param deletion absent unless it is to be deleted
 */
public record Tenant(
    TenantId id,
    String name,
    int writeShards,
    int retentionDays,
    Instant createdAt,
    Plan plan,
    TenantSettings settings,
    @Nullable Suspension suspension,
    @Nullable Deletion deletion) {

  public static final int LONGEST_NAME = 200;

  /** Feedback expires after 30 days unless the tenant says otherwise. */
  public static final int DEFAULT_RETENTION_DAYS = 30;

  /** What a tenant has of whom nothing else is known. */
  public static final Plan DEFAULT_PLAN = Plan.FREE;

  public Tenant {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a tenant's name has 1 to 200 characters");
    }
    if (writeShards < 1 || writeShards > 100) {
      throw new IllegalArgumentException("a tenant has 1 to 100 write shards");
    }
    if (retentionDays < 0) {
      throw new IllegalArgumentException("retention is 0 (keep) or a number of days");
    }
  }

  /** An active tenant on the default plan. */
  public Tenant(TenantId id, String name, int writeShards, int retentionDays, Instant createdAt) {
    this(
        id,
        name,
        writeShards,
        retentionDays,
        createdAt,
        DEFAULT_PLAN,
        TenantSettings.DEFAULT,
        null,
        null);
  }

  /** An active tenant with one write shard, the default retention and the default plan. */
  public static Tenant named(TenantId id, String name, Instant createdAt) {
    return new Tenant(id, name, 1, DEFAULT_RETENTION_DAYS, createdAt);
  }

  public TenantState state() {
    if (deletion != null) {
      return TenantState.DELETION_SCHEDULED;
    }
    return suspension != null ? TenantState.SUSPENDED : TenantState.ACTIVE;
  }

  /**
   * @throws DomainException.TenantSuspended when it is
   * @throws DomainException.TenantDeletionScheduled when it is
   */
  public void requireWritable() {
    switch (state()) {
      case ACTIVE -> {}
      case SUSPENDED -> throw new DomainException.TenantSuspended();
      case DELETION_SCHEDULED -> throw new DomainException.TenantDeletionScheduled();
    }
  }

  /**
   * @throws DomainException.TenantConflict when it is being removed
   */
  public void requireNoRemoval() {
    if (deletion != null && deletion.startedAt() != null) {
      throw DomainException.TenantConflict.removalBegan();
    }
  }

  public Tenant named(String other) {
    return with(other, plan, settings, suspension, deletion);
  }

  public Tenant on(Plan other) {
    return with(name, other, settings, suspension, deletion);
  }

  public Tenant with(TenantSettings other) {
    return with(name, plan, other, suspension, deletion);
  }

  /**
   * The tenant, which reads but does not write from now on. One that is suspended stays so, for the
   * reason that it was.
   */
  public Tenant suspended(String reason, Instant now) {
    requireNoDeletion();
    return suspension != null
        ? this
        : with(name, plan, settings, new Suspension(reason, millis(now)), deletion);
  }

  /** The tenant without its suspension. */
  public Tenant reactivated() {
    requireNoDeletion();
    return with(name, plan, settings, null, deletion);
  }

  /**
   * The tenant, which is removed after the grace. One that is to be deleted keeps its date.
   *
   * @param graceDays 1 to {@link Deletion#LONGEST_GRACE_DAYS}
   */
  public Tenant deletionScheduled(int graceDays, String by, Instant now) {
    if (graceDays < 1 || graceDays > Deletion.LONGEST_GRACE_DAYS) {
      throw new IllegalArgumentException("the grace is 1 to 90 days");
    }
    if (deletion != null) {
      return this;
    }
    var dueAt = millis(now).plus(graceDays, ChronoUnit.DAYS);
    return with(name, plan, settings, suspension, new Deletion(by, millis(now), dueAt, null));
  }

  /**
   * The tenant as it was before its deletion was scheduled.
   *
   * @throws DomainException.TenantConflict when it is being removed
   */
  public Tenant deletionCancelled() {
    requireNoRemoval();
    return with(name, plan, settings, suspension, null);
  }

  /**
   * @throws DomainException.TenantConflict when it is to be deleted
   */
  public void requireNoDeletion() {
    if (deletion != null) {
      throw DomainException.TenantConflict.deletionScheduled();
    }
  }

  private Tenant with(
      String otherName,
      Plan otherPlan,
      TenantSettings otherSettings,
      @Nullable Suspension otherSuspension,
      @Nullable Deletion otherDeletion) {
    return new Tenant(
        id,
        otherName,
        writeShards,
        retentionDays,
        createdAt,
        otherPlan,
        otherSettings,
        otherSuspension,
        otherDeletion);
  }

  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
