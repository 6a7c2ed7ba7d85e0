package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.Sites;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares the counters of a tenant with its feedback while both change.
 *
 * <p>It reads the counters, adds up all feedback, sets a fence behind every change so far, waits
 * until it is passed, and reads the counters again. A counter with the same version both times was
 * not written in between; what changed its feedback before the fence was counted before the first
 * reading, or it would have been written. So its feedback did not change while it was added up, and
 * it has to equal the sum. Any other counter is looked at again, and never touched.
 */
public final class RecountTenant {

  private static final int MOST_PASSES = 3;

  private final RecountStore store;
  private final Sites sites;
  private final Fences fences;
  private final Patience patience;

  public RecountTenant(RecountStore store, Sites sites, Fences fences, Patience patience) {
    this.store = store;
    this.sites = sites;
    this.fences = fences;
    this.patience = patience;
  }

  /**
   * @param repair whether to mend what does not fit
   * @param hasTime asked before each step that takes long; without time, the report is cut off
   * @throws OutOfTime when there was none to look at anything
   * @throws RecountCutOff when it fails after it found something
   */
  public RecountReport recount(TenantId tenant, boolean repair, BooleanSupplier hasTime) {
    var findings = new Findings();
    try {
      recount(tenant, repair, hasTime, findings);
      return findings.report();
    } catch (OutOfTime late) {
      if (findings.areBegun()) {
        return findings.reportOfPart();
      }
      throw late;
    } catch (RuntimeException failure) {
      var report = findings.reportOfPart();
      throw report.drift().isEmpty() ? failure : new RecountCutOff(report, failure);
    }
  }

  private void recount(
      TenantId tenant, boolean repair, BooleanSupplier hasTime, Findings findings) {
    var scopes = sites.list(tenant).stream().map(Site::id).collect(Collectors.toSet());
    for (int pass = 1; pass <= MOST_PASSES && !findings.areComplete(); pass++) {
      var before = store.versions(tenant, scopes, hasTime);
      var recount = store.recount(tenant, hasTime);
      findings.begin(recount, before.keySet());
      if (recount.unreadable() > 0 || !isFencePassed(tenant, hasTime)) {
        break;
      }
      var after = byKey(store.counters(tenant, scopes, hasTime));
      findings.add(after.keySet());
      new Pass(store, tenant, scopes, before, recount, after).compare(findings, repair, hasTime);
      // A site may have come, with feedback, since the sites were listed: the next pass reads it.
      scopes = union(scopes, findings.open());
    }
  }

  private boolean isFencePassed(TenantId tenant, BooleanSupplier hasTime) {
    var fence = fences.set(tenant);
    if (patience.await(() -> fences.isPassed(tenant, fence), hasTime)) {
      return true;
    }
    if (!hasTime.getAsBoolean()) {
      throw new OutOfTime();
    }
    return false;
  }

  private static Set<SiteId> union(Set<SiteId> scopes, Collection<CounterKey> keys) {
    var union = new HashSet<>(scopes);
    for (var key : keys) {
      if (key.scope() instanceof Scope.Site(var site)) {
        union.add(site);
      }
    }
    return union;
  }

  private static Map<CounterKey, Counter> byKey(List<Counter> counters) {
    return counters.stream().collect(Collectors.toMap(Counter::key, Function.identity()));
  }
}
