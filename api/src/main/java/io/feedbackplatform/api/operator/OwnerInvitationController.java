package io.feedbackplatform.api.operator;

import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.member.InvitePerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For tenants whose first owner did not come. */
@RestController
class OwnerInvitationController {

  private final InvitePerson invite;

  OwnerInvitationController(InvitePerson invite) {
    this.invite = invite;
  }

  @Operation(
      operationId = "inviteOwner",
      summary = "Invites an owner of a tenant that has none, for 7 days",
      description =
          "What was open for an owner is void. The link is sent by mail; without mailedAt in the answer it"
              + " was not, and the token can be passed on.",
      tags = "operators",
      security = @SecurityRequirement(name = "operator"))
  @PostMapping(
      path = "/operator/tenants/{tenantId}/owner-invitation",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  OwnerInvitationResponse invite(
      @Parameter(hidden = true) JwtAuthenticationToken operator,
      @PathVariable String tenantId,
      @RequestBody InviteOwnerRequest body,
      HttpServletRequest request) {
    var id = OperatorCaller.about(tenantId);
    var address = new EmailAddress(body.ownerEmail());
    return OwnerInvitationResponse.of(
        invite.inviteOwner(id, address, OperatorCaller.actor(operator, request)));
  }
}
