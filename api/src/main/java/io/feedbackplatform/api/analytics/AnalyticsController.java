package io.feedbackplatform.api.analytics;

import io.feedbackplatform.api.caller.TenantCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.api.site.SiteDirectory;
import io.feedbackplatform.core.analytics.AnalyticsStore;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "analytics")
class AnalyticsController {

  private final AnalyticsStore analytics;
  private final SiteDirectory sites;
  private final Clock clock;

  AnalyticsController(Storage storage, SiteDirectory sites, Clock clock) {
    this.analytics = storage.analytics();
    this.sites = sites;
    this.clock = clock;
  }

  @Operation(
      operationId = "getAnalytics",
      summary = "The counters of the tenant or of one site",
      description =
          "Totals count all time. With a granularity a series comes with them: by default the last 48"
              + " hours, 30 days or 12 months, at most 1,000 buckets.",
      security = {@SecurityRequirement(name = "member"), @SecurityRequirement(name = "apiKey")})
  @NamesTenant
  @GetMapping(path = "/analytics", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<AnalyticsResponse> analytics(
      @AuthenticationPrincipal TenantCaller caller,
      @Parameter(schema = @Schema(type = "string", format = "date-time"))
          @RequestParam(required = false)
          @Nullable String from,
      @Parameter(schema = @Schema(type = "string", format = "date-time"))
          @RequestParam(required = false)
          @Nullable String to,
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"hour", "day", "month"}))
          @RequestParam(required = false)
          @Nullable String granularity,
      @RequestParam(required = false) @Nullable String siteId) {
    var query =
        AnalyticsQuery.parse(
            from,
            to,
            granularity,
            siteId,
            clock.instant(),
            site -> sites.has(caller.tenant(), site));
    var body = read(caller.tenant(), query);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(60)).cachePrivate())
        .header(HttpHeaders.VARY, "Authorization, X-Tenant-Id")
        .body(body);
  }

  private AnalyticsResponse read(TenantId tenant, AnalyticsQuery query) {
    var totals = analytics.totals(tenant, query.scope());
    var all = CountsResponse.of(totals.counts());
    var range = query.range();
    return new AnalyticsResponse(
        all.totalFeedback(),
        all.averageRating(),
        all.sentiment(),
        all.ratings(),
        totals.updatedAt(),
        range == null ? null : series(tenant, query, range));
  }

  private List<AnalyticsResponse.Period> series(
      TenantId tenant, AnalyticsQuery query, SeriesRange range) {
    var counted = counted(tenant, query.scope(), range);
    return range.starts().stream()
        .map(start -> {
          var part = CountsResponse.of(counted.getOrDefault(start, Counts.ZERO));
          return new AnalyticsResponse.Period(
              start, part.totalFeedback(), part.averageRating(), part.sentiment(), part.ratings());
        })
        .toList();
  }

  private Map<Instant, Counts> counted(TenantId tenant, Scope scope, SeriesRange range) {
    var from = range.from().atZone(ZoneOffset.UTC).toLocalDate();
    var to = range.to().atZone(ZoneOffset.UTC).toLocalDate();
    return switch (range.granularity()) {
      case HOUR -> analytics.hours(tenant, scope, range.from(), range.to());
      case DAY -> byStart(analytics.days(tenant, scope, from, to), day -> day);
      case MONTH ->
          byStart(
              analytics.months(tenant, scope, YearMonth.from(from), YearMonth.from(to)),
              month -> month.atDay(1));
    };
  }

  private static <B> Map<Instant, Counts> byStart(
      Map<B, Counts> series, Function<B, LocalDate> first) {
    return series.entrySet().stream()
        .collect(
            Collectors.toMap(
                bucket -> first.apply(bucket.getKey()).atStartOfDay(ZoneOffset.UTC).toInstant(),
                Map.Entry::getValue));
  }
}
