package io.feedbackplatform.admin.api;

import static io.feedbackplatform.admin.api.ApiCalls.encode;

import java.util.List;
import java.util.Map;

/** Asks the HTTP API about a team, and changes it. */
public final class TeamClient {
  private static final String MEMBERS = "/members";
  private static final String INVITATIONS = "/members/invitations";

  private final ApiCalls calls;

  TeamClient(ApiCalls calls) {
    this.calls = calls;
  }

  private record Members(List<Member> items) {}

  private record Invitations(List<Invitation> items) {}

  /** The team, in the order of joining. */
  public List<Member> members(Caller caller) {
    return calls.read(MEMBERS, caller, Members.class).items();
  }

  /** Gives a member another role; problem {@code last_owner} if nobody else is an owner. */
  public Member changeRole(Caller caller, String userId, String role) {
    return calls.change(
        "PATCH", MEMBERS + "/" + encode(userId), caller, Map.of("role", role), Member.class);
  }

  /** Ends a membership; problem {@code last_owner} if nobody else is an owner. */
  public void remove(Caller caller, String userId) {
    calls.change("DELETE", MEMBERS + "/" + encode(userId), caller);
  }

  /** The invitations that are open, newest first. */
  public List<Invitation> invitations(Caller caller) {
    return calls.read(INVITATIONS, caller, Invitations.class).items();
  }

  /** Invites somebody, by mail. */
  public Invitation invite(Caller caller, String email, String role) {
    return calls.change(
        "POST", INVITATIONS, caller, Map.of("email", email, "role", role), Invitation.class);
  }

  /** Sends another link; the one before it is void. */
  public Invitation resend(Caller caller, String invitationId) {
    String path = INVITATIONS + "/" + encode(invitationId) + "/resend";
    return calls.change("POST", path, caller, null, Invitation.class);
  }

  /** Makes an invitation void. */
  public void revoke(Caller caller, String invitationId) {
    calls.change("DELETE", INVITATIONS + "/" + encode(invitationId), caller);
  }

  /** What somebody became by accepting. */
  public record Joined(String tenantId, String role) {}

  /** Accepts an invitation; problem {@code invitation_invalid} if it is not open. */
  public Joined accept(Caller.AccessTokens tokens, String token) {
    return calls.change(
        "POST",
        "/invitations/accept",
        new Caller(tokens, null),
        Map.of("token", token),
        Joined.class);
  }
}
