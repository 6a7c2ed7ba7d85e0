package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.analytics.Granularity;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.site.SiteId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What of the counters is asked for.
 *
 * @param range the buckets of the series, absent when none is wanted
 */
record AnalyticsQuery(Scope scope, @Nullable SeriesRange range) {

  /**
   * @param own tells the tenant's own sites
   * @throws DomainException.InvalidInput saying which parameter is wrong
   */
  static AnalyticsQuery parse(
      @Nullable String from,
      @Nullable String to,
      @Nullable String granularity,
      @Nullable String siteId,
      Instant now,
      Predicate<SiteId> own) {
    var start = instant("from", from);
    var end = instant("to", to);
    if (granularity == null && (start != null || end != null)) {
      throw invalid(
          "granularity",
          "required",
          "Send hour, day or month with 'from' and 'to': they bound the series.");
    }
    var range = granularity == null ? null : SeriesRange.of(width(granularity), start, end, now);
    return new AnalyticsQuery(scope(siteId, own), range);
  }

  private static Granularity width(String text) {
    return switch (text) {
      case "hour" -> Granularity.HOUR;
      case "day" -> Granularity.DAY;
      case "month" -> Granularity.MONTH;
      default -> throw invalid("granularity", "invalid_value", "Send hour, day or month.");
    };
  }

  /** A foreign site, an unknown one and nonsense are told alike. */
  private static Scope scope(@Nullable String siteId, Predicate<SiteId> own) {
    if (siteId == null) {
      return new Scope.Tenant();
    }
    if (RandomId.isWellFormed(siteId)) {
      var site = new SiteId(siteId);
      if (own.test(site)) {
        return new Scope.Site(site);
      }
    }
    throw invalid("siteId", "unknown_site", "Send the id of one of the tenant's sites.");
  }

  private static @Nullable Instant instant(String name, @Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException notAnInstant) {
      throw invalid(name, "invalid_instant", "Send an instant in UTC like 2026-11-01T00:00:00Z.");
    }
  }

  private static DomainException invalid(String field, String code, String message) {
    return new DomainException.InvalidInput(List.of(new Violation(field, code, message)));
  }
}
