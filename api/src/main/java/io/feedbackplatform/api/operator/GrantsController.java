package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.member.MemberCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.operator.GrantOperator;
import io.feedbackplatform.core.operator.OperatorGrantId;
import io.feedbackplatform.core.operator.OperatorGrants;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators' leave to read a tenant, from both sides. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class GrantsController {

  private static final String OF_TENANT = "/operator/tenants/{tenantId}/grants";

  private final OperatorGrants grants;
  private final GrantOperator granting;
  private final Clock clock;

  GrantsController(Storage storage, GrantOperator granting, Clock clock) {
    this.grants = storage.operatorGrants();
    this.granting = granting;
    this.clock = clock;
  }

  @Operation(
      operationId = "createOperatorGrant",
      summary = "Lets the caller read what the tenant's viewers read, for a while",
      description =
          "The tenant sees who reads, why and when. Name the tenant in X-Tenant-Id to read.",
      tags = "operators",
      security = @SecurityRequirement(name = "operator"))
  @PostMapping(path = OF_TENANT, consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  OperatorGrantResponse create(
      @Parameter(hidden = true) JwtAuthenticationToken operator,
      @PathVariable String tenantId,
      @RequestBody CreateGrantRequest body,
      HttpServletRequest request) {
    var id = OperatorCaller.about(tenantId);
    var actor = OperatorCaller.actor(operator, request);
    return OperatorGrantResponse.of(
        granting.grant(id, actor, body.reason(), body.length()), clock.instant());
  }

  @Operation(
      operationId = "endOperatorGrant",
      summary = "Ends a grant, at once",
      tags = "operators",
      security = @SecurityRequirement(name = "operator"))
  @DeleteMapping(OF_TENANT + "/{grantId}")
  OperatorGrantResponse end(
      @Parameter(hidden = true) JwtAuthenticationToken operator,
      @PathVariable String tenantId,
      @PathVariable String grantId,
      HttpServletRequest request) {
    var id = OperatorCaller.about(tenantId);
    return end(id, grantId, OperatorCaller.actor(operator, request));
  }

  @Operation(
      operationId = "listOperatorGrants",
      summary = "Which operators may read the tenant or might, why and when, newest first",
      tags = "operator grants",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @GetMapping("/operator-grants")
  OperatorGrantListResponse list(@AuthenticationPrincipal MemberCaller caller) {
    var now = clock.instant();
    return new OperatorGrantListResponse(
        grants.list(caller.tenant()).stream()
            .map(grant -> OperatorGrantResponse.of(grant, now))
            .toList());
  }

  @Operation(
      operationId = "revokeOperatorGrant",
      summary = "Ends an operator's grant, at once",
      tags = "operator grants",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @DeleteMapping("/operator-grants/{grantId}")
  OperatorGrantResponse revoke(
      @AuthenticationPrincipal MemberCaller caller,
      @PathVariable String grantId,
      HttpServletRequest request) {
    return end(caller.tenant(), grantId, caller.actor(request));
  }

  private OperatorGrantResponse end(TenantId tenant, String grantId, Actor actor) {
    var id = OperatorGrantId.parse(grantId).orElseThrow(DomainException.NotFound::new);
    return OperatorGrantResponse.of(grants.end(tenant, id, actor), clock.instant());
  }
}
