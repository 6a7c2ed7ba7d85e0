package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.paging.Limit;
import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.feedback.IdempotencyKey;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.operator.ProvisionTenant;
import io.feedbackplatform.core.operator.TenantRegister;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.Deletion;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * For operators. A request that finds things as it wants them answers like one that made them so,
 * and leaves no entry in the tenant's audit.
 */
@RestController
@RequestMapping(path = "/operator/tenants", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "operators")
class TenantsController {

  private final Tenants tenants;
  private final TenantRegister register;
  private final ProvisionTenant provisioning;

  TenantsController(Storage storage, ProvisionTenant provisioning) {
    this.tenants = storage.tenants();
    this.register = storage.tenantRegister();
    this.provisioning = provisioning;
  }

  @Operation(
      operationId = "provisionTenant",
      summary = "Makes a tenant with its first owner",
      description =
          "An owner named by e-mail gets an invitation by mail, whose token the answer tells, too."
              + " Repeating the request with its Idempotency-Key makes nothing and gives the same answer;"
              + " a mail that was not sent is sent then.",
      security = @SecurityRequirement(name = "operator"))
  @ApiResponse(
      responseCode = "201",
      description = "The tenant is there.",
      headers =
          @Header(
              name = "Idempotency-Replayed",
              description = "Present when this is the answer to an earlier request.",
              schema = @Schema(type = "string", allowableValues = "true")),
      useReturnTypeSchema = true)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ProvisionTenantResponse> provision(
      @Parameter(hidden = true) JwtAuthenticationToken operator,
      @Parameter(
              description =
                  "The caller's name for this request, for as long as the tenant is there.",
              schema = @Schema(minLength = 1, maxLength = 255))
          @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String idempotencyKey,
      @RequestBody ProvisionTenantRequest body,
      HttpServletRequest request) {
    var key = key(idempotencyKey);
    OperatorCaller.about(provisioning.idOf(key));
    var order = new ProvisionTenant.Order(body.name(), body.plan(), owner(body));
    var made = provisioning.provision(key, order, OperatorCaller.actor(operator, request));
    var answer = ResponseEntity.status(HttpStatus.CREATED);
    if (made.repeated()) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.body(ProvisionTenantResponse.of(made));
  }

  @Operation(
      operationId = "listTenants",
      summary = "All tenants, and what is left of deleted ones, in the order of their ids",
      security = @SecurityRequirement(name = "operator"))
  @GetMapping
  OperatorTenantListResponse list(
      @Parameter(
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "10"))
          @RequestParam(defaultValue = "10")
          String limit,
      @Parameter(description = "The lastKey of the page before.") @RequestParam(required = false)
          @Nullable String lastKey) {
    var size = Limit.parse(limit);
    var found = register.list(size + 1, lastKey == null ? null : after(lastKey));
    var items = found.stream().limit(size).map(OperatorTenantResponse::of).toList();
    var next = found.size() > size ? items.getLast().tenantId() : null;
    return new OperatorTenantListResponse(items, next);
  }

  @Operation(
      operationId = "getTenant",
      summary = "One tenant, or what is left of a deleted one",
      security = @SecurityRequirement(name = "operator"))
  @GetMapping("/{tenantId}")
  OperatorTenantResponse get(@PathVariable String tenantId) {
    var id = OperatorCaller.about(tenantId);
    return tenants
        .find(id)
        .map(OperatorTenantResponse::of)
        .or(() -> register.find(id).map(OperatorTenantResponse::of))
        .orElseThrow(DomainException.NotFound::new);
  }

  @Operation(
      operationId = "editTenant",
      summary = "Gives a tenant another name or plan",
      security = @SecurityRequirement(name = "operator"))
  @PatchMapping(path = "/{tenantId}", consumes = MediaType.APPLICATION_JSON_VALUE)
  OperatorTenantResponse edit(
      @Parameter(hidden = true) JwtAuthenticationToken operator,
      @PathVariable String tenantId,
      @RequestBody EditTenantRequest body,
      HttpServletRequest request) {
    return change(tenantId, new TenantChange.Edit(body.name(), body.plan()), operator, request);
  }

  @Operation(
      operationId = "suspendTenant",
      summary = "Lets a tenant read and nothing else, within five seconds",
      description = "A tenant that is suspended stays so, for the reason that it was.",
      security = @SecurityRequirement(name = "operator"))
  @PostMapping(path = "/{tenantId}/suspend", consumes = MediaType.APPLICATION_JSON_VALUE)
  OperatorTenantResponse suspend(
      @Parameter(hidden = true) JwtAuthenticationToken operator,
      @PathVariable String tenantId,
      @RequestBody SuspendTenantRequest body,
      HttpServletRequest request) {
    return change(tenantId, new TenantChange.Suspend(body.reason()), operator, request);
  }

  @Operation(
      operationId = "reactivateTenant",
      summary = "Lets a tenant write again, within five seconds",
      security = @SecurityRequirement(name = "operator"))
  @PostMapping("/{tenantId}/reactivate")
  OperatorTenantResponse reactivate(
      @Parameter(hidden = true) JwtAuthenticationToken operator,
      @PathVariable String tenantId,
      HttpServletRequest request) {
    return change(tenantId, new TenantChange.Reactivate(), operator, request);
  }

  @Operation(
      operationId = "scheduleTenantDeletion",
      summary = "Lets a tenant read and nothing else, and removes all of it after a grace",
      description =
          "A deletion that is scheduled keeps its date; cancel it and schedule another to move it.",
      security = @SecurityRequirement(name = "operator"))
  @PostMapping("/{tenantId}/deletion")
  OperatorTenantResponse scheduleDeletion(
      @Parameter(hidden = true) JwtAuthenticationToken operator,
      @PathVariable String tenantId,
      @RequestBody(required = false) @Nullable ScheduleDeletionRequest body,
      HttpServletRequest request) {
    var grace = body == null ? Deletion.DEFAULT_GRACE_DAYS : body.graceDays();
    return change(tenantId, new TenantChange.ScheduleDeletion(grace), operator, request);
  }

  @Operation(
      operationId = "cancelTenantDeletion",
      summary = "Keeps a tenant, in the state that it was in before",
      security = @SecurityRequirement(name = "operator"))
  @DeleteMapping("/{tenantId}/deletion")
  OperatorTenantResponse cancelDeletion(
      @Parameter(hidden = true) JwtAuthenticationToken operator,
      @PathVariable String tenantId,
      HttpServletRequest request) {
    return change(tenantId, new TenantChange.CancelDeletion(), operator, request);
  }

  private OperatorTenantResponse change(
      String tenantId,
      TenantChange change,
      JwtAuthenticationToken operator,
      HttpServletRequest request) {
    var id = OperatorCaller.about(tenantId);
    return OperatorTenantResponse.of(
        tenants.change(id, change, OperatorCaller.actor(operator, request)));
  }

  private static ProvisionTenant.Owner owner(ProvisionTenantRequest body) {
    if (body.ownerEmail() != null) {
      return new ProvisionTenant.Owner.Email(new EmailAddress(body.ownerEmail()));
    }
    return new ProvisionTenant.Owner.User(new UserId(String.valueOf(body.ownerUserId())));
  }

  private static String key(@Nullable String text) {
    if (text == null) {
      return UUID.randomUUID().toString();
    }
    return IdempotencyKey.parse(text)
        .orElseThrow(() ->
            new ProblemException(
                ProblemCode.INVALID_IDEMPOTENCY_KEY,
                "Send an Idempotency-Key of 1 to 255 printable ASCII characters without spaces, for"
                    + " example a UUID, or leave the header out."))
        .value();
  }

  private static TenantId after(String lastKey) {
    if (!RandomId.isWellFormed(lastKey)) {
      throw new ProblemException(
          ProblemCode.INVALID_LAST_KEY,
          "Send the lastKey of the page before, unchanged, or leave it out to begin anew.");
    }
    return new TenantId(lastKey);
  }
}
