package io.feedbackplatform.api.widget;

import io.feedbackplatform.api.site.SiteCaller;
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
@Tag(name = "widget")
class WidgetConfigController {

  @Operation(
      operationId = "getWidgetConfig",
      summary = "How the site's widget looks and speaks",
      security = @SecurityRequirement(name = "site"))
  @GetMapping(path = "/widget/config", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<WidgetConfigResponse> config(@AuthenticationPrincipal SiteCaller caller) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(60)).cachePublic())
        .header(HttpHeaders.VARY, "X-Site-Key")
        .body(WidgetConfigResponse.of(caller.site()));
  }
}
