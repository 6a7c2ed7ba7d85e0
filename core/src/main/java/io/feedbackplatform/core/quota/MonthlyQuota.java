package io.feedbackplatform.core.quota;

import io.feedbackplatform.core.analytics.AnalyticsStore;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.limit.Plans;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads how much feedback a month has from the counters that every piece goes into exactly once, so
 * that no submission writes a counter of its own; between two looks this process adds what it took
 * itself. What others took since, and what the counters have not heard of yet, a second or two, may
 * go unmarked around the moment at which a quota is reached.
 */
public final class MonthlyQuota implements Quota {

  /** What a process writes to its log when it cannot tell, and an alarm counts. */
  public static final String UNKNOWN = "Feedback is taken without a look at the quota";

  private static final Duration MEMORY = Duration.ofSeconds(15);

  /** Until the counters are asked again after they did not answer. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final AnalyticsStore analytics;
  private final Notices notices;
  private final Plans plans;
  private final Clock clock;
  private final Map<TenantId, Known> known;
  private final Consumer<RuntimeException> failures;

  /**
   * What was counted.
   *
   * @param since how many more this process took
   * @param told the largest share that is known to have been told
   */
  public record Known(YearMonth month, long counted, long since, Instant at, int told) {}

  /**
   * @param known what this process knows: safe for many threads, and free to forget
   * @param failures hears of each time that the counters could not be asked, or nobody could be
   *     told
   */
  public MonthlyQuota(
      AnalyticsStore analytics,
      Notices notices,
      Plans plans,
      Clock clock,
      Map<TenantId, Known> known,
      Consumer<RuntimeException> failures) {
    this.analytics = analytics;
    this.notices = notices;
    this.plans = plans;
    this.clock = clock;
    this.known = known;
    this.failures = failures;
  }

  @Override
  public boolean isUsedUp(Tenant tenant) {
    var now = known(tenant);
    return now.counted() + now.since() >= quotaOf(tenant);
  }

  @Override
  public void noteCreated(Tenant tenant) {
    known.computeIfPresent(
        tenant.id(),
        (id, before) ->
            new Known(
                before.month(), before.counted(), before.since() + 1, before.at(), before.told()));
  }

  /** How much is counted now. */
  public Usage usage(Tenant tenant) {
    var now = clock.instant();
    var month = Usage.monthOf(tenant, now);
    var usage = new Usage(month, count(tenant.id(), month), quotaOf(tenant));
    var before = lately(tenant.id(), usage.month());
    known.put(tenant.id(), noted(tenant, usage, before, now));
    return usage;
  }

  private Known known(Tenant tenant) {
    var now = clock.instant();
    var month = Usage.monthOf(tenant, now);
    var before = lately(tenant.id(), month);
    if (before != null && before.at().plus(MEMORY).isAfter(now)) {
      return before;
    }
    var read = look(tenant, month, before, now);
    known.put(tenant.id(), read);
    return read;
  }

  private @Nullable Known lately(TenantId tenant, YearMonth month) {
    var before = known.get(tenant);
    return before != null && before.month().equals(month) ? before : null;
  }

  /** What was known goes on for a moment when the counters do not answer: visitors do not wait. */
  private Known look(Tenant tenant, YearMonth month, @Nullable Known before, Instant now) {
    try {
      var usage = new Usage(month, count(tenant.id(), month), quotaOf(tenant));
      return noted(tenant, usage, before, now);
    } catch (RuntimeException away) {
      failures.accept(away);
      var last = before == null ? new Known(month, 0, 0, now, 0) : before;
      var at = now.minus(MEMORY).plus(PAUSE);
      return new Known(month, last.counted(), last.since(), at, last.told());
    }
  }

  private Known noted(Tenant tenant, Usage usage, @Nullable Known before, Instant now) {
    int told = tell(tenant, usage, before == null ? 0 : before.told(), now);
    return new Known(usage.month(), usage.feedback(), 0, now, told);
  }

  /** Tells of each share once; the record knows which process was the first. */
  private int tell(Tenant tenant, Usage usage, int told, Instant now) {
    int last = told;
    for (int share : Usage.NOTICED) {
      if (share > told && usage.percent() >= share) {
        try {
          notices.record(tenant.id(), usage.month(), new Notice(share, now));
          last = share;
        } catch (RuntimeException away) {
          failures.accept(away);
        }
      }
    }
    return last;
  }

  private long count(TenantId tenant, YearMonth month) {
    return analytics
        .months(tenant, new Scope.Tenant(), month, month.plusMonths(1))
        .getOrDefault(month, Counts.ZERO)
        .total();
  }

  private long quotaOf(Tenant tenant) {
    return plans.of(tenant.plan()).monthlyFeedback();
  }
}
