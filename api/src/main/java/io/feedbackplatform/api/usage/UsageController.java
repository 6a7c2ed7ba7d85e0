package io.feedbackplatform.api.usage;

import io.feedbackplatform.api.member.MemberCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.limit.Plans;
import io.feedbackplatform.core.quota.MonthlyQuota;
import io.feedbackplatform.core.storage.Storage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "usage")
class UsageController {

  private final Storage storage;
  private final MonthlyQuota quota;
  private final Plans plans;

  UsageController(Storage storage, MonthlyQuota quota, ApiSettings settings) {
    this.storage = storage;
    this.quota = quota;
    this.plans = settings.plans();
  }

  @Operation(
      operationId = "getUsage",
      summary = "What the tenant's plan allows, and what is used of it",
      description =
          "Feedback is counted within seconds of its submission. Feedback beyond the quota of a month"
              + " is kept like any other, and marked overQuota.",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @GetMapping(path = "/usage", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<UsageResponse> usage(@AuthenticationPrincipal MemberCaller caller) {
    var tenant = storage.tenants().find(caller.tenant()).orElseThrow(DomainException.NotFound::new);
    var usage = quota.usage(tenant);
    int seats =
        storage.members().list(tenant.id()).size() + storage.invitations().list(tenant.id()).size();
    var body =
        UsageResponse.of(
            tenant.plan(),
            plans.of(tenant.plan()),
            usage,
            seats,
            storage.notices().list(tenant.id(), usage.month()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(60)).cachePrivate())
        .header(HttpHeaders.VARY, "Authorization, X-Tenant-Id")
        .body(body);
  }
}
