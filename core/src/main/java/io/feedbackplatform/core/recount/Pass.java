package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Compares, once, each counter that was at rest while the feedback was added up.
 *
 * <p>A month and the total of a busy tenant are never at rest, but its past days are, and what is
 * missing in a day is missing in these: they are mended with it.
 */
final class Pass {

  private final RecountStore store;
  private final TenantId tenant;
  private final Set<SiteId> sites;
  private final Map<CounterKey, Long> before;
  private final Recount recount;
  private final Map<CounterKey, Counter> after;

  /** Counters that were written in this pass, or would have been. */
  private final Set<CounterKey> touched = new HashSet<>();

  Pass(
      RecountStore store,
      TenantId tenant,
      Set<SiteId> sites,
      Map<CounterKey, Long> before,
      Recount recount,
      Map<CounterKey, Counter> after) {
    this.store = store;
    this.tenant = tenant;
    this.sites = sites;
    this.before = before;
    this.recount = recount;
    this.after = after;
  }

  /**
   * @param hasTime asked before each repair
   * @throws OutOfTime when there is none for the next
   */
  void compare(Findings findings, boolean repair, BooleanSupplier hasTime) {
    var open = findings.open();
    open.stream()
        .filter(key -> !isWide(key))
        .forEach(key -> compare(key, findings, repair, hasTime));
    open.stream()
        .filter(key -> isWide(key) && !touched.contains(key))
        .forEach(key -> compare(key, findings, repair, hasTime));
  }

  private void compare(CounterKey key, Findings findings, boolean repair, BooleanSupplier hasTime) {
    if (!isAtRest(key)) {
      return;
    }
    var comparison = comparison(key);
    var finding = comparison.finding(repair);
    if (!repair || comparison.isComplete()) {
      findings.settle(finding);
      return;
    }
    if (!hasTime.getAsBoolean()) {
      throw new OutOfTime();
    }
    var wider =
        finding.fits()
            ? List.<CounterKey>of()
            : wider(key).filter(wide -> isWrong(wide, findings)).toList();
    touched.addAll(wider);
    if (store.repair(tenant, comparison.repair(wider))) {
      findings.settle(finding);
      wider.stream()
          .filter(this::isAtRest)
          .forEach(wide -> findings.correct(comparison(wide).finding(true)));
    }
  }

  /** Without a site's that came since, with feedback: the next pass reads them. */
  private boolean isAtRest(CounterKey key) {
    return (!(key.scope() instanceof Scope.Site(var site)) || sites.contains(site))
        && before.getOrDefault(key, 0L) == counter(key).version();
  }

  /** A counter that is right though its day is not was not damaged with it. */
  private boolean isWrong(CounterKey wide, Findings findings) {
    return !findings.isSettled(wide) && !(isAtRest(wide) && comparison(wide).isComplete());
  }

  private Comparison comparison(CounterKey key) {
    return Comparison.of(counter(key), recount);
  }

  private Counter counter(CounterKey key) {
    return after.getOrDefault(key, Counter.none(key));
  }

  private static boolean isWide(CounterKey key) {
    return key.bucket() instanceof Bucket.Month || key.bucket() instanceof Bucket.Total;
  }

  private static Stream<CounterKey> wider(CounterKey key) {
    return key.bucket() instanceof Bucket.Day(var date)
            && (key.scope() instanceof Scope.Tenant || key.scope() instanceof Scope.Site)
        ? Stream.of(new Bucket.Month(YearMonth.from(date)), new Bucket.Total())
            .map(bucket -> new CounterKey(key.scope(), bucket))
        : Stream.empty();
  }
}
