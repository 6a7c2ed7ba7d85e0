package io.feedbackplatform.api.widget;

import io.feedbackplatform.core.proof.WorkChallenge;
import io.swagger.v3.oas.annotations.media.Schema;

/** A challenge, as ALTCHA spells it. */
@Schema(name = "WidgetChallenge")
record WidgetChallengeResponse(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"SHA-256"})
        String algorithm,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String challenge,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long maxnumber,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String salt,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String signature) {

  static WidgetChallengeResponse of(WorkChallenge challenge) {
    return new WidgetChallengeResponse(
        challenge.algorithm(),
        challenge.challenge(),
        challenge.maxnumber(),
        challenge.salt(),
        challenge.signature());
  }
}
