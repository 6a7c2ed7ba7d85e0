package io.feedbackplatform.api.tenant;

import io.feedbackplatform.api.member.MemberCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.SentimentBy;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
  private final TenantDirectory directory;
  private final boolean comprehend;

  SettingsController(Storage storage, TenantDirectory directory, ApiSettings settings) {
    this.tenants = storage.tenants();
    this.directory = directory;
    this.comprehend = settings.comprehend();
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
          "Heeded within five seconds; figures show another time zone within a minute. Feedback keeps the"
              + " time zone that it was submitted in: another one holds for the days and months of what"
              + " comes from now on. With sentimentBy comprehend, the messages of feedback that comes from"
              + " now on, and nothing else of it, are sent to Amazon Comprehend; it is refused on a"
              + " platform without.",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  SettingsResponse change(
      @AuthenticationPrincipal MemberCaller caller,
      @RequestBody SettingsRequest body,
      HttpServletRequest request) {
    if (body.sentimentBy() == SentimentBy.COMPREHEND && !comprehend) {
      requireComprehendAlready(caller.tenant());
    }
    var change = new TenantChange.Configure(body.timeZone(), body.sentimentBy());
    var changed = tenants.change(caller.tenant(), change, caller.actor(request));
    directory.forget(caller.tenant());
    return SettingsResponse.of(changed.settings());
  }

  /** Who chose it while there was one may go on saying so, as may who sends back all settings. */
  private void requireComprehendAlready(TenantId tenant) {
    var settings = tenants.find(tenant).orElseThrow(DomainException.NotFound::new).settings();
    if (settings.sentimentBy() != SentimentBy.COMPREHEND) {
      throw new DomainException.InvalidInput(
          List.of(
              new Violation(
                  "sentimentBy",
                  "not_available",
                  "This platform has no Amazon Comprehend. Send lexicon, or ask who runs the platform to"
                      + " install it with Comprehend.")));
    }
  }
}
