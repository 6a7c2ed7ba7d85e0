package io.feedbackplatform.api.member;

import io.feedbackplatform.api.request.ClientAddress;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.member.InvitationId;
import io.feedbackplatform.core.member.InvitationToken;
import io.feedbackplatform.core.member.Invitations;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.storage.Storage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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

@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "members")
class InvitationsController {

  private final Invitations invitations;
  private final InvitePerson invite;

  InvitationsController(Storage storage, InvitePerson invite) {
    this.invitations = storage.invitations();
    this.invite = invite;
  }

  @Operation(
      operationId = "invitePerson",
      summary = "Invites somebody to the team, for 7 days",
      description =
          "Up to the caller's own role. The link is sent by mail; without mailedAt in the answer it was"
              + " not, and can be sent again. The token in the answer is shown once and lets one person in.",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @PostMapping(path = "/members/invitations", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  InvitationResponse invite(
      @AuthenticationPrincipal MemberCaller caller,
      @RequestBody InvitePersonRequest body,
      HttpServletRequest request) {
    var invited =
        invite.invite(
            caller.tenant(), new EmailAddress(body.email()), body.role(), caller.actor(request));
    return InvitationResponse.of(invited.invitation(), invited.token());
  }

  @Operation(
      operationId = "listInvitations",
      summary = "The invitations that are open, newest first",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @GetMapping("/members/invitations")
  InvitationListResponse list(@AuthenticationPrincipal MemberCaller caller) {
    return new InvitationListResponse(
        invitations.list(caller.tenant()).stream()
            .map(invitation -> InvitationResponse.of(invitation, null))
            .toList());
  }

  @Operation(
      operationId = "resendInvitation",
      summary = "Sends another link for an invitation, for 7 days",
      description =
          "The link before it is void. Without mailedAt in the answer the mail was not sent. The token"
              + " in the answer is shown once and lets one person in.",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @PostMapping("/members/invitations/{invitationId}/resend")
  InvitationResponse resend(
      @AuthenticationPrincipal MemberCaller caller,
      @PathVariable String invitationId,
      HttpServletRequest request) {
    var id = InvitationId.parse(invitationId).orElseThrow(DomainException.NotFound::new);
    var invited = invite.again(caller.tenant(), id, caller.actor(request));
    return InvitationResponse.of(invited.invitation(), invited.token());
  }

  @Operation(
      operationId = "revokeInvitation",
      summary = "Makes an invitation void",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @DeleteMapping("/members/invitations/{invitationId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(
      @AuthenticationPrincipal MemberCaller caller,
      @PathVariable String invitationId,
      HttpServletRequest request) {
    var id = InvitationId.parse(invitationId).orElseThrow(DomainException.NotFound::new);
    invitations.revoke(caller.tenant(), id, caller.actor(request));
  }

  @Operation(
      operationId = "acceptInvitation",
      summary = "Makes the caller a member of the team that the token belongs to",
      security = @SecurityRequirement(name = "member"))
  @PostMapping(path = "/invitations/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
  MembershipResponse accept(
      @Parameter(hidden = true) JwtAuthenticationToken caller,
      @RequestBody AcceptInvitationRequest body,
      HttpServletRequest request) {
    var token =
        InvitationToken.parse(body.token()).orElseThrow(DomainException.InvitationInvalid::new);
    var actor = Actor.person(caller.getName(), ClientAddress.of(request));
    return MembershipResponse.of(invitations.accept(token, actor));
  }
}
