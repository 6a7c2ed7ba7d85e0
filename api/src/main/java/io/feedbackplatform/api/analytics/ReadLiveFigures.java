package io.feedbackplatform.api.analytics;

import io.feedbackplatform.api.tenant.TenantDirectory;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.analytics.AnalyticsStore;
import io.feedbackplatform.core.analytics.Glance;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a tenant's figures are now. */
final class ReadLiveFigures {

  private static final Scope ALL = new Scope.Tenant();

  private final AnalyticsStore store;
  private final TenantDirectory tenants;
  private final JsonMapper json;
  private final Clock clock;

  ReadLiveFigures(AnalyticsStore store, TenantDirectory tenants, JsonMapper json, Clock clock) {
    this.store = store;
    this.tenants = tenants;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param before what was read before
   * @return that, when there is nothing new
   */
  LiveFigures read(TenantId tenant, @Nullable LiveFigures before) {
    var zone =
        tenants.find(tenant).orElseThrow(DomainException.NotFound::new).settings().timeZone();
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, zone);
    var from = today.atStartOfDay(zone).toInstant();
    var to = today.plusDays(1).atStartOfDay(zone).toInstant();
    var glance = store.glance(tenant, today);
    var state = new LiveState(from, glance.total().version(), glance.day().version());
    return before != null && before.state().covers(state)
        ? before
        : new LiveFigures(state, json.writeValueAsString(told(glance, from, to, now)));
  }

  private static LiveFiguresResponse told(Glance glance, Instant from, Instant to, Instant now) {
    return new LiveFiguresResponse(
        FiguresResponse.of(glance.total().counts(), FeedbackFilter.of(ALL)),
        FiguresResponse.of(glance.day().counts(), FeedbackFilter.of(ALL, from, to)),
        now);
  }
}
