package io.feedbackplatform.api.feedback;

import io.feedbackplatform.api.site.SiteCaller;
import io.feedbackplatform.core.feedback.NoteOpenedForm;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "feedback")
class OpenedFormController {

  private final NoteOpenedForm forms;

  OpenedFormController(NoteOpenedForm forms) {
    this.forms = forms;
  }

  @Operation(
      operationId = "noteOpenedForm",
      summary = "Counts that a visitor opened the form",
      description =
          "For the response rate, once per page view; it has no body and says nothing of the visitor. A page that"
              + " had its 204 sends check.openingCounted with the first feedback that the form brings.",
      security = @SecurityRequirement(name = "site"))
  @ApiResponse(responseCode = "204", description = "It is durable, and counted within seconds.")
  @PostMapping("/feedback/opened")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void note(@AuthenticationPrincipal SiteCaller page) {
    forms.note(page.owner(), page.site().id());
  }
}
