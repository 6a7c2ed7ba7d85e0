package io.feedbackplatform.api.analytics;

import io.feedbackplatform.api.caller.Standing;
import io.feedbackplatform.api.caller.TenantCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.api.tenant.TenantDirectory;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.TenantState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** A tenant's figures as they change. */
@RestController
@Tag(name = "analytics")
class LiveController {

  private final LiveStreams streams;
  private final TenantDirectory tenants;

  LiveController(LiveStreams streams, TenantDirectory tenants) {
    this.streams = streams;
    this.tenants = tenants;
  }

  @Operation(
      operationId = "listenToAnalytics",
      summary = "The tenant's figures as they change",
      description =
          "Server-sent events: 'figures' at once and whenever the counters have changed; a comment every"
              + " few seconds. The stream ends after a minute at most, behind a gateway at once: clients of"
              + " the standard come back by themselves after 2 seconds and send the id of the last event"
              + " as Last-Event-ID, after which they are told only what they do not know. It also ends"
              + " when the credential does. A tenant that may not write has no live figures; GET"
              + " /analytics tells them.",
      security = {@SecurityRequirement(name = "member"), @SecurityRequirement(name = "apiKey")})
  @ApiResponse(
      responseCode = "200",
      description = "Events 'figures', whose data this is.",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = LiveFiguresResponse.class)))
  @NamesTenant
  @GetMapping(path = "/analytics/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void live(
      @AuthenticationPrincipal TenantCaller caller,
      @Parameter(description = "The id of the last event that was heard.")
          @RequestHeader(name = "Last-Event-ID", required = false)
          @Nullable String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response) {
    var tenant = caller.tenant();
    requireActive(tenant);
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    // For proxies that would collect it.
    response.setHeader("X-Accel-Buffering", "no");
    ShallowEtagHeaderFilter.disableContentCaching(request);
    if (HttpMethod.HEAD.matches(request.getMethod())) {
      return;
    }
    Standing credential = Standing.of(request);
    streams.open(
        tenant,
        () -> credential.holds() && isActive(tenant),
        LiveState.parse(lastEventId),
        request,
        response);
  }

  private void requireActive(TenantId id) {
    tenants.find(id).orElseThrow(DomainException.NotFound::new).requireWritable();
  }

  private boolean isActive(TenantId id) {
    return tenants.find(id).filter(tenant -> tenant.state() == TenantState.ACTIVE).isPresent();
  }
}
