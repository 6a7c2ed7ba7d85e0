package io.feedbackplatform.api.analytics;

import com.github.benmanes.caffeine.cache.Ticker;
import io.feedbackplatform.api.caller.TenantCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.api.paging.Limit;
import io.feedbackplatform.api.site.SiteDirectory;
import io.feedbackplatform.api.tenant.TenantDirectory;
import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A tenant's feedback in numbers, by the tenant's clocks. */
@RestController
@RequestMapping(path = "/analytics", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "analytics")
class AnalyticsController {

  private static final String FROM =
      "An instant in UTC, or a date, which begins by the tenant's clocks.";
  private static final String TO = "Exclusive; as 'from'.";
  private static final String BY_FACET =
      "Of all sites and whole days by the tenant's clocks, the last 30 by default, at most 1,000; those"
          + " with the most feedback first.";

  private final ReadAnalytics analytics;
  private final ReadThemes themes;
  private final SiteDirectory sites;
  private final TenantDirectory tenants;
  private final Clock clock;

  AnalyticsController(Storage storage, SiteDirectory sites, TenantDirectory tenants, Clock clock) {
    this.analytics = new ReadAnalytics(storage.analytics());
    this.themes = new ReadThemes(storage.feedback(), Ticker.systemTicker());
    this.sites = sites;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Operation(
      operationId = "getAnalytics",
      summary = "The figures of the tenant or of one site",
      description =
          "Those at the top count all time. With a granularity a series of the tenant's hours, days or"
              + " months comes with them, by default the last 48 hours, 30 days or 12 months, at most"
              + " 1,000 buckets; what it adds up to; and the period before, which has as many months,"
              + " days or hours. A range that is not over yet is compared with the whole of the one before: its"
              + " total is then less by what is still to come, and scores are not. Each 'filter' lists the feedback behind its figures, but for what has"
              + " expired or was submitted before the tenant changed its time zone.",
      security = {@SecurityRequirement(name = "member"), @SecurityRequirement(name = "apiKey")})
  @NamesTenant
  @GetMapping
  ResponseEntity<AnalyticsResponse> analytics(
      @AuthenticationPrincipal TenantCaller caller,
      @Parameter(description = FROM) @RequestParam(required = false) @Nullable String from,
      @Parameter(description = TO) @RequestParam(required = false) @Nullable String to,
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"hour", "day", "month"}))
          @RequestParam(required = false)
          @Nullable String granularity,
      @RequestParam(required = false) @Nullable String siteId) {
    var zone = tenants.timeZone(caller.tenant());
    var query =
        AnalyticsQuery.parse(
            from,
            to,
            granularity,
            siteId,
            zone,
            clock.instant(),
            site -> sites.has(caller.tenant(), site));
    return answer(analytics.read(caller.tenant(), query, zone));
  }

  @Operation(
      operationId = "getAnalyticsByCategory",
      summary = "The figures of each category",
      description = BY_FACET,
      security = {@SecurityRequirement(name = "member"), @SecurityRequirement(name = "apiKey")})
  @NamesTenant
  @GetMapping("/categories")
  ResponseEntity<FacetResponse> categories(
      @AuthenticationPrincipal TenantCaller caller,
      @Parameter(description = FROM) @RequestParam(required = false) @Nullable String from,
      @Parameter(description = TO) @RequestParam(required = false) @Nullable String to,
      @Parameter(
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "10"))
          @RequestParam(defaultValue = "10")
          String limit) {
    return facet(caller.tenant(), Facet.CATEGORY, from, to, limit);
  }

  @Operation(
      operationId = "getAnalyticsByTag",
      summary = "The figures of each tag",
      description = BY_FACET,
      security = {@SecurityRequirement(name = "member"), @SecurityRequirement(name = "apiKey")})
  @NamesTenant
  @GetMapping("/tags")
  ResponseEntity<FacetResponse> tags(
      @AuthenticationPrincipal TenantCaller caller,
      @Parameter(description = FROM) @RequestParam(required = false) @Nullable String from,
      @Parameter(description = TO) @RequestParam(required = false) @Nullable String to,
      @Parameter(
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "10"))
          @RequestParam(defaultValue = "10")
          String limit) {
    return facet(caller.tenant(), Facet.TAG, from, to, limit);
  }

  @Operation(
      operationId = "getThemes",
      summary = "What many visitors speak of",
      description =
          "Words, and pairs of them, that stand in two messages or more, beside the period before, which has"
              + " as many days or months. Whole days by the tenant's clocks, the last 30 by default, at"
              + " most 1,000; no spam. Of each period the newest 2,000 pieces of feedback are read, of the"
              + " newest 4,000 with spam and other sites; what was read is remembered for a minute."
              + " 'frequent' has first what most say, 'rising' has only what is said more often than"
              + " before, that first which is least likely by chance.",
      security = {@SecurityRequirement(name = "member"), @SecurityRequirement(name = "apiKey")})
  @NamesTenant
  @GetMapping("/themes")
  ResponseEntity<ThemesResponse> themes(
      @AuthenticationPrincipal TenantCaller caller,
      @Parameter(description = FROM) @RequestParam(required = false) @Nullable String from,
      @Parameter(description = TO) @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String siteId,
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"frequent", "rising"},
                      defaultValue = "frequent"))
          @RequestParam(defaultValue = "frequent")
          String order,
      @Parameter(
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "10"))
          @RequestParam(defaultValue = "10")
          String limit) {
    var tenant = caller.tenant();
    var size = Limit.parse(limit);
    var days =
        AnalyticsQuery.days(
            from,
            to,
            siteId,
            tenants.timeZone(tenant),
            clock.instant(),
            site -> sites.has(tenant, site));
    return answer(themes.read(tenant, ThemesQuery.parse(days, order, size)));
  }

  private ResponseEntity<FacetResponse> facet(
      TenantId tenant, Facet facet, @Nullable String from, @Nullable String to, String limit) {
    var size = Limit.parse(limit);
    var days = AnalyticsQuery.days(from, to, tenants.timeZone(tenant), clock.instant());
    return answer(analytics.read(tenant, facet, days, size));
  }

  private static <B> ResponseEntity<B> answer(B body) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(60)).cachePrivate())
        .header(HttpHeaders.VARY, "Authorization, X-Tenant-Id")
        .body(body);
  }
}
