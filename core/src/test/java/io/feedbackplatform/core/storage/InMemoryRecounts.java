package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Fold;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.recount.Expiry;
import io.feedbackplatform.core.recount.OutOfTime;
import io.feedbackplatform.core.recount.Recount;
import io.feedbackplatform.core.recount.RecountStore;
import io.feedbackplatform.core.recount.Repair;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

final class InMemoryRecounts implements RecountStore {

  private final InMemoryFeedbackStore feedback;
  private final InMemoryOpenedForms openedForms;
  private final InMemoryAnalytics analytics;
  private final Tenants tenants;
  private final Clock clock;

  InMemoryRecounts(
      InMemoryFeedbackStore feedback,
      InMemoryOpenedForms openedForms,
      InMemoryAnalytics analytics,
      Tenants tenants,
      Clock clock) {
    this.feedback = feedback;
    this.openedForms = openedForms;
    this.analytics = analytics;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public Map<CounterKey, Long> versions(
      TenantId tenant, Set<SiteId> sites, BooleanSupplier hasTime) {
    return counters(tenant, sites, hasTime).stream()
        .collect(Collectors.toMap(Counter::key, Counter::version));
  }

  @Override
  public List<Counter> counters(TenantId tenant, Set<SiteId> sites, BooleanSupplier hasTime) {
    requireTime(hasTime);
    return analytics.counters(tenant).stream()
        .filter(counter ->
            !(counter.key().scope() instanceof Scope.Site(var site)) || sites.contains(site))
        .toList();
  }

  @Override
  public Recount recount(TenantId tenant, BooleanSupplier hasTime) {
    requireTime(hasTime);
    var everything = feedback.everything(tenant);
    var fold = new Fold();
    for (var each : everything) {
      fold.add(new FeedbackChange.Created(tenant, each).difference());
    }
    for (var form : openedForms.everything(tenant)) {
      fold.add(new FeedbackChange.Created(tenant, form).difference());
    }
    return new Recount(
        everything.size(),
        0,
        List.of(),
        Expiry.of(tenants.find(tenant).orElseThrow(), clock.instant()),
        fold.changes().stream()
            .collect(Collectors.toMap(CounterChange::key, CounterChange::counts)));
  }

  private static void requireTime(BooleanSupplier hasTime) {
    if (!hasTime.getAsBoolean()) {
      throw new OutOfTime();
    }
  }

  @Override
  public boolean repair(TenantId tenant, Repair repair) {
    return analytics.repair(tenant, repair);
  }
}
