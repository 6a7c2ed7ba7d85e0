package io.feedbackplatform.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.operator.FirstOwner;
import io.feedbackplatform.core.operator.ProvisionTenant.Provisioned;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tenant as it was made, and its first owner. */
@Schema(name = "ProvisionedTenant")
record ProvisionTenantResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) OperatorTenantResponse tenant,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Owner owner) {

  /** Either a user, or who was invited. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "FirstOwner")
  record Owner(
      @Nullable String userId,
      @Nullable String email,
      @Nullable String invitationId,
      @Nullable Instant expiresAt,
      @Schema(
              description =
                  "When the mail with the link was handed over; absent when it was not, and for who was"
                      + " not invited.")
          @Nullable Instant mailedAt,
      @Schema(description = "Whoever has it becomes the owner; shown to who provisions.")
          @Nullable String token) {

    static Owner of(FirstOwner owner) {
      return switch (owner) {
        case FirstOwner.Known(var user) -> new Owner(user.value(), null, null, null, null, null);
        case FirstOwner.Invited(var invitation, var token) ->
            new Owner(
                null,
                invitation.email().value(),
                invitation.id().value(),
                invitation.expiresAt(),
                invitation.mailedAt(),
                token == null ? null : token.value());
      };
    }

    /** The token is a secret. */
    @Override
    public String toString() {
      return "Owner";
    }
  }

  static ProvisionTenantResponse of(Provisioned provisioned) {
    return new ProvisionTenantResponse(
        OperatorTenantResponse.of(provisioned.tenant()), Owner.of(provisioned.owner()));
  }
}
