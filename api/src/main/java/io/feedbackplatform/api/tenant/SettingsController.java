package io.feedbackplatform.api.tenant;

import io.feedbackplatform.api.member.MemberCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a tenant decides about itself, for its members. */
@RestController
@RequestMapping(path = "/settings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "settings")
class SettingsController {

  private final Tenants tenants;

  SettingsController(Storage storage) {
    this.tenants = storage.tenants();
  }

  @Operation(
      operationId = "getSettings",
      summary = "The tenant's settings",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @GetMapping
  SettingsResponse get(@AuthenticationPrincipal MemberCaller caller) {
    return tenants
        .find(caller.tenant())
        .map(tenant -> SettingsResponse.of(tenant.settings()))
        .orElseThrow(DomainException.NotFound::new);
  }

  @Operation(
      operationId = "changeSettings",
      summary = "Changes what is sent of the tenant's settings",
      description =
          "Heeded within five seconds. Feedback keeps the time zone that it was submitted in: another one"
              + " holds for the days and months of what comes from now on.",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  SettingsResponse change(
      @AuthenticationPrincipal MemberCaller caller,
      @RequestBody SettingsRequest body,
      HttpServletRequest request) {
    var change = new TenantChange.Configure(body.timeZone(), body.sentimentBy());
    return SettingsResponse.of(
        tenants.change(caller.tenant(), change, caller.actor(request)).settings());
  }
}
