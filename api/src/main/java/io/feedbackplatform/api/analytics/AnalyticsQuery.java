package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.analytics.Granularity;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.site.SiteId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What of the counters is asked for.
 *
 * @param range the buckets of the series, absent when none is wanted
 */
record AnalyticsQuery(Scope scope, @Nullable TimeRange range) {

  /**
   * @param own tells the tenant's own sites
   * @throws DomainException.InvalidInput saying which parameters are wrong
   */
  static AnalyticsQuery parse(
      @Nullable String from,
      @Nullable String to,
      @Nullable String granularity,
      @Nullable String siteId,
      ZoneId zone,
      Instant now,
      Predicate<SiteId> own) {
    var violations = new ArrayList<Violation>();
    var rules = new RangeRules(zone, now, violations);
    var start = rules.end("from", from);
    var end = rules.end("to", to);
    boolean readable = violations.isEmpty();
    var width = granularity == null ? null : width(granularity, violations);
    if (granularity == null && (from != null || to != null)) {
      violations.add(
          new Violation(
              "granularity",
              "required",
              "Send hour, day or month with 'from' and 'to': they bound the series."));
    }
    var range = width == null || !readable ? null : rules.range(width, start, end);
    var scope = scope(siteId, own, violations);
    if (!violations.isEmpty()) {
      throw new DomainException.InvalidInput(violations);
    }
    return new AnalyticsQuery(scope, range);
  }

  /**
   * Days alone, the last 30 by default.
   *
   * @throws DomainException.InvalidInput saying which parameters are wrong
   */
  static TimeRange days(@Nullable String from, @Nullable String to, ZoneId zone, Instant now) {
    var days = days(from, to, null, zone, now, none -> false);
    if (days.range() == null) {
      throw new DomainException.InvalidInput(days.violations());
    }
    return days.range();
  }

  /** The same, of one site if it is given, with what is wrong beside it. */
  static Days days(
      @Nullable String from,
      @Nullable String to,
      @Nullable String siteId,
      ZoneId zone,
      Instant now,
      Predicate<SiteId> own) {
    var violations = new ArrayList<Violation>();
    var rules = new RangeRules(zone, now, violations);
    var start = rules.end("from", from);
    var end = rules.end("to", to);
    var range = violations.isEmpty() ? rules.range(Granularity.DAY, start, end) : null;
    return new Days(scope(siteId, own, violations), range, violations);
  }

  /**
   * Days that were asked for.
   *
   * @param range absent when something is wrong with it
   */
  record Days(Scope scope, @Nullable TimeRange range, List<Violation> violations) {}

  private static @Nullable Granularity width(String text, List<Violation> violations) {
    return switch (text) {
      case "hour" -> Granularity.HOUR;
      case "day" -> Granularity.DAY;
      case "month" -> Granularity.MONTH;
      default -> {
        violations.add(new Violation("granularity", "invalid_value", "Send hour, day or month."));
        yield null;
      }
    };
  }

  /** A foreign site, an unknown one and nonsense are told alike. */
  private static Scope scope(
      @Nullable String siteId, Predicate<SiteId> own, List<Violation> violations) {
    if (siteId != null && RandomId.isWellFormed(siteId)) {
      var site = new SiteId(siteId);
      if (own.test(site)) {
        return new Scope.Site(site);
      }
    }
    if (siteId != null) {
      violations.add(
          new Violation("siteId", "unknown_site", "Send the id of one of the tenant's sites."));
    }
    return new Scope.Tenant();
  }
}
