package io.feedbackplatform.api.site;

import io.feedbackplatform.api.member.MemberCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.Sites;
import io.feedbackplatform.core.storage.Storage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A tenant's sites, for its members. */
@RestController
@RequestMapping(path = "/sites", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "sites")
class SitesController {

  private final Sites sites;
  private final ApiSettings settings;
  private final Clock clock;

  SitesController(Storage storage, ApiSettings settings, Clock clock) {
    this.sites = storage.sites();
    this.settings = settings;
    this.clock = clock;
  }

  @Operation(
      operationId = "listSites",
      summary = "The tenant's sites, by name",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @GetMapping
  SiteListResponse list(@AuthenticationPrincipal MemberCaller caller) {
    return new SiteListResponse(
        sites.list(caller.tenant()).stream().map(SiteResponse::of).toList());
  }

  @Operation(
      operationId = "createSite",
      summary = "Makes a site, at most 100 a tenant",
      description = "It has no key yet: make one with POST /sites/{siteId}/keys.",
      security = @SecurityRequirement(name = "member"))
  @ApiResponse(
      responseCode = "201",
      description = "The site is there.",
      headers = @Header(name = "Location", description = "Where it is read."),
      useReturnTypeSchema = true)
  @NamesTenant
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SiteResponse> create(
      @AuthenticationPrincipal MemberCaller caller,
      @RequestBody SiteRequest body,
      HttpServletRequest request) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var site = body.draft().made(SiteId.random(), now);
    sites.save(caller.tenant(), site, caller.actor(request));
    return ResponseEntity.created(URI.create(settings.publicUrl() + "/sites/" + site.id()))
        .body(SiteResponse.of(site));
  }

  @Operation(
      operationId = "getSite",
      summary = "One site",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @GetMapping("/{siteId}")
  SiteResponse get(@AuthenticationPrincipal MemberCaller caller, @PathVariable String siteId) {
    return sites
        .find(caller.tenant(), id(siteId))
        .map(SiteResponse::of)
        .orElseThrow(DomainException.NotFound::new);
  }

  @Operation(
      operationId = "changeSite",
      summary = "Changes what is sent of a site",
      description =
          "Origins and strings are replaced as a whole, the theme field by field. Pages of an origin that"
              + " is taken off the list are refused within five seconds; a new one may take a minute.",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @PatchMapping(path = "/{siteId}", consumes = MediaType.APPLICATION_JSON_VALUE)
  SiteResponse change(
      @AuthenticationPrincipal MemberCaller caller,
      @PathVariable String siteId,
      @RequestBody SiteRequest body,
      HttpServletRequest request) {
    var actor = caller.actor(request);
    return SiteResponse.of(
        sites.change(caller.tenant(), id(siteId), body.draft()::appliedTo, actor));
  }

  /** The id that a path spells. */
  static SiteId id(String text) {
    if (!RandomId.isWellFormed(text)) {
      throw new DomainException.NotFound();
    }
    return new SiteId(text);
  }
}
