package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.recount.OrderRecount;
import io.feedbackplatform.core.recount.RecountId;
import io.feedbackplatform.core.recount.RecountOrders;
import io.feedbackplatform.core.storage.Storage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Recounts of a tenant, which take minutes: ordered here, done elsewhere, read here. */
@Tag(name = "operators")
@RestController
@RequestMapping(
    path = "/operator/tenants/{tenantId}/recounts",
    produces = MediaType.APPLICATION_JSON_VALUE)
class RecountsController {

  private final OrderRecount order;
  private final RecountOrders orders;
  private final ApiSettings settings;
  private final Clock clock;

  RecountsController(OrderRecount order, Storage storage, ApiSettings settings, Clock clock) {
    this.order = order;
    this.orders = storage.recountOrders();
    this.settings = settings;
    this.clock = clock;
  }

  @Operation(
      operationId = "orderRecount",
      summary = "Has a tenant's counters compared with its feedback, and set right on request",
      description =
          "It takes seconds to minutes, while feedback comes in and is counted as ever; the report is"
              + " kept for 30 days. One at a time: until it has ended, or for an hour if it never does,"
              + " another is refused with 409 recount_under_way.",
      security = @SecurityRequirement(name = "operator"))
  @ApiResponse(
      responseCode = "202",
      description = "It is ordered.",
      headers = @Header(name = "Location", description = "Where its report is read."),
      useReturnTypeSchema = true)
  @PostMapping
  ResponseEntity<RecountResponse> order(
      @Parameter(hidden = true) JwtAuthenticationToken operator,
      @PathVariable String tenantId,
      @RequestBody(required = false) @Nullable OrderRecountRequest body,
      HttpServletRequest request) {
    var id = OperatorCaller.about(tenantId);
    var repair = body != null && body.repair();
    var ordered = order.order(id, repair, OperatorCaller.actor(operator, request));
    return ResponseEntity.accepted()
        .location(
            URI.create(
                settings.publicUrl() + "/operator/tenants/" + id + "/recounts/" + ordered.id()))
        .body(RecountResponse.of(ordered, clock.instant()));
  }

  @Operation(
      operationId = "listRecounts",
      summary = "The newest 50 recounts that operators ordered in the last 30 days",
      security = @SecurityRequirement(name = "operator"))
  @GetMapping
  RecountListResponse list(@PathVariable String tenantId) {
    var now = clock.instant();
    return new RecountListResponse(
        orders.list(OperatorCaller.about(tenantId)).stream()
            .map(each -> RecountResponse.inList(each, now))
            .toList());
  }

  @Operation(
      operationId = "getRecount",
      summary = "What became of a recount, with the counters that did not fit",
      security = @SecurityRequirement(name = "operator"))
  @GetMapping("/{recountId}")
  RecountResponse get(@PathVariable String tenantId, @PathVariable String recountId) {
    var tenant = OperatorCaller.about(tenantId);
    return RecountId.parse(recountId)
        .flatMap(id -> orders.find(tenant, id))
        .map(found -> RecountResponse.of(found, clock.instant()))
        .orElseThrow(DomainException.NotFound::new);
  }
}
