package io.feedbackplatform.api.site;

import io.feedbackplatform.api.member.MemberCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.api.request.RotateKeyRequest;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.SiteKeys;
import io.feedbackplatform.core.site.Sites;
import io.feedbackplatform.core.storage.Storage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The publishable keys of a site, for the tenant's members. */
@RestController
@RequestMapping(path = "/sites/{siteId}/keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "sites")
class SiteKeysController {

  private final Sites sites;
  private final SiteKeys keys;

  SiteKeysController(Storage storage) {
    this.sites = storage.sites();
    this.keys = storage.siteKeys();
  }

  @Operation(
      operationId = "listSiteKeys",
      summary = "The site's keys in use, the oldest first",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @GetMapping
  SiteKeyListResponse list(
      @AuthenticationPrincipal MemberCaller caller, @PathVariable String siteId) {
    var site = SitesController.id(siteId);
    var listed = keys.list(caller.tenant(), site);
    if (listed.isEmpty() && sites.find(caller.tenant(), site).isEmpty()) {
      throw new DomainException.NotFound();
    }
    return new SiteKeyListResponse(listed.stream().map(SiteKeyResponse::of).toList());
  }

  @Operation(
      operationId = "createSiteKey",
      summary = "Makes a key for the site's pages, at most 20 in use",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SiteKeyResponse create(
      @AuthenticationPrincipal MemberCaller caller,
      @PathVariable String siteId,
      HttpServletRequest request) {
    var site = SitesController.id(siteId);
    return SiteKeyResponse.of(
        keys.issue(caller.tenant(), site, SiteKey.random(), caller.actor(request)));
  }

  @Operation(
      operationId = "rotateSiteKey",
      summary = "Replaces a key by a new one",
      description = "The answer is the new key. The one that it replaces holds for the overlap.",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @PostMapping("/{siteKey}/rotate")
  SiteKeyResponse rotate(
      @AuthenticationPrincipal MemberCaller caller,
      @PathVariable String siteId,
      @PathVariable String siteKey,
      @RequestBody(required = false) @Nullable RotateKeyRequest body,
      HttpServletRequest request) {
    var overlap = RotateKeyRequest.overlapOf(body);
    SiteId site = SitesController.id(siteId);
    return SiteKeyResponse.of(
        keys.rotate(
            caller.tenant(), site, key(siteKey), SiteKey.random(), overlap, caller.actor(request)));
  }

  @Operation(
      operationId = "revokeSiteKey",
      summary = "Ends a key within five seconds",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @DeleteMapping("/{siteKey}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(
      @AuthenticationPrincipal MemberCaller caller,
      @PathVariable String siteId,
      @PathVariable String siteKey,
      HttpServletRequest request) {
    keys.revoke(caller.tenant(), SitesController.id(siteId), key(siteKey), caller.actor(request));
  }

  private static SiteKey key(String text) {
    return SiteKey.parse(text).orElseThrow(DomainException.NotFound::new);
  }
}
