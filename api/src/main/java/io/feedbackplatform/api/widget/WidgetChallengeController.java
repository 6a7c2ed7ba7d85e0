package io.feedbackplatform.api.widget;

import io.feedbackplatform.api.site.SiteCaller;
import io.feedbackplatform.core.proof.ProofOfWork;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "widget")
class WidgetChallengeController {

  private final ProofOfWork proofs;

  WidgetChallengeController(ProofOfWork proofs) {
    this.proofs = proofs;
  }

  @Operation(
      operationId = "getWidgetChallenge",
      summary = "A challenge whose solution a site that asks for proof of work wants with feedback",
      description =
          "In the format of ALTCHA, version 1: find the number up to maxnumber whose digits behind the salt"
              + " have the hash in challenge. It serves this site only, once, for 20 minutes.",
      security = @SecurityRequirement(name = "site"))
  @GetMapping(path = "/widget/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
  WidgetChallengeResponse challenge(@AuthenticationPrincipal SiteCaller caller) {
    return WidgetChallengeResponse.of(proofs.challenge(caller.tenant(), caller.site().id()));
  }
}
