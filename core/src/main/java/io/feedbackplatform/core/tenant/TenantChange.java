package io.feedbackplatform.core.tenant;

import io.feedbackplatform.core.actor.Actor;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What is to become of a tenant. */
public sealed interface TenantChange {

  /**
   * The tenant after the change; an equal one when there is nothing to change.
   *
   * @throws io.feedbackplatform.core.DomainException.TenantConflict when its state forbids it
   * @throws io.feedbackplatform.core.DomainException.TenantSuspended when the tenant itself wants
   *     it, and is suspended
   * @throws io.feedbackplatform.core.DomainException.TenantDeletionScheduled when the tenant itself
   *     wants it, and is to be deleted
   */
  Tenant applied(Tenant tenant, Actor actor, Instant now);

  /** Another name or plan; what is absent stays. */
  record Edit(@Nullable String name, @Nullable Plan plan) implements TenantChange {
    @Override
    public Tenant applied(Tenant tenant, Actor actor, Instant now) {
      tenant.requireNoRemoval();
      var named = name == null ? tenant : tenant.named(name);
      return plan == null ? named : named.on(plan);
    }
  }

  /** Other settings; what is absent stays. */
  record Configure(@Nullable ZoneId timeZone, @Nullable SentimentBy sentimentBy)
      implements TenantChange {
    @Override
    public Tenant applied(Tenant tenant, Actor actor, Instant now) {
      tenant.requireWritable();
      var before = tenant.settings();
      var inZone =
          timeZone == null
              ? before
              : new TenantSettings(timeZone, before.sentimentBy(), before.sentimentBySince());
      return tenant.with(sentimentBy == null ? inZone : inZone.judgedBy(sentimentBy, now));
    }
  }

  record Suspend(String reason) implements TenantChange {
    @Override
    public Tenant applied(Tenant tenant, Actor actor, Instant now) {
      return tenant.suspended(reason, now);
    }
  }

  record Reactivate() implements TenantChange {
    @Override
    public Tenant applied(Tenant tenant, Actor actor, Instant now) {
      return tenant.reactivated();
    }
  }

  /** See {@link Tenant#deletionScheduled}. */
  record ScheduleDeletion(int graceDays) implements TenantChange {
    @Override
    public Tenant applied(Tenant tenant, Actor actor, Instant now) {
      return tenant.deletionScheduled(graceDays, actor.id(), now);
    }
  }

  record CancelDeletion() implements TenantChange {
    @Override
    public Tenant applied(Tenant tenant, Actor actor, Instant now) {
      return tenant.deletionCancelled();
    }
  }
}
