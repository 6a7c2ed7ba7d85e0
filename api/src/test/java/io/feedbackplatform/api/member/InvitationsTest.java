package io.feedbackplatform.api.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTeam;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.member.InvitationRate;
import io.feedbackplatform.core.member.InvitationToken;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class InvitationsTest {

  private static final String INVITATIONS = "/members/invitations";

  private static final Duration WEEK = Duration.ofDays(7);

  private final UserId guest = new UserId(UUID.randomUUID().toString());

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;
  @Autowired MutableClock clock;

  private boolean late;
  private TestTeam team;
  private TestTeam other;
  private long before;

  @BeforeEach
  void formTeams() {
    var world = new TestTeam.World(api, storage, issuer);
    team = TestTeam.in(world);
    other = TestTeam.in(world);
    before = team.changes();
  }

  /** The clock is everybody's. */
  @AfterEach
  void turnBack() {
    if (late) {
      clock.advance(WEEK.negated());
    }
  }

  @Test
  void letsAPersonInOnceWithTheirRole() {
    var invited = invite(team.admin(), "agent");
    assertThat(invited).hasStatus(201);
    assertThat(invited).bodyJson().extractingPath("$.email").isEqualTo("ada@example.com");
    assertThat(team.changes()).isEqualTo(before + 1);

    var accepted = accept(guest, read(invited, "$.token"));

    assertThat(accepted)
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo("{\"tenantId\": \"%s\", \"role\": \"agent\"}".formatted(team.tenant()));
    assertThat(team.get("/members", guest)).hasStatus(200);
    assertThat(team.changes()).isEqualTo(before + 2);
  }

  @Test
  void showsItsTokenOnce() {
    var token = read(invite(team.owner(), "viewer"), "$.token");

    var list = team.get(INVITATIONS, team.admin());

    assertThat(list).hasStatus(200).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
    assertThat(text(list)).doesNotContain(token).doesNotContain("token");
    assertThat(text(team.get("/audit/export", team.owner())))
        .doesNotContain(token)
        .doesNotContain("ada@example.com");
    assertThat(other.get(INVITATIONS, other.admin()))
        .bodyJson()
        .extractingPath("$.items")
        .asArray()
        .isEmpty();
  }

  @Test
  void answersUnknownUsedRevokedAndExpiredAlike() {
    var used = read(invite(team.owner(), "viewer"), "$.token");
    var revoked = invite(team.owner(), "viewer");
    var expired = read(invite(team.owner(), "viewer"), "$.token");
    assertThat(accept(guest, used)).hasStatus(200);
    assertThat(revoke(team.owner(), read(revoked, "$.invitationId"))).hasStatus(204);
    clock.advance(WEEK);
    late = true;
    var open = read(invite(team.owner(), "viewer"), "$.token");
    long changes = team.changes();

    var answers = new HashSet<String>();
    for (var token :
        List.of(used, read(revoked, "$.token"), expired, InvitationToken.random().value(), "x")) {
      var answer = accept(new UserId("late"), token);
      refused(answer, 410, "invitation_invalid");
      answers.add(text(answer).replaceAll("\"requestId\":\"[^\"]*\"", ""));
    }

    assertThat(answers).hasSize(1);
    assertThat(team.changes()).isEqualTo(changes);
    assertThat(accept(new UserId("late-" + guest), open)).hasStatus(200);
  }

  @Test
  void takesAnAdministratorAndNoRoleAboveTheirs() {
    for (var low : List.of(team.viewer(), team.agent())) {
      refused(invite(low, "viewer"), 403, "role_too_low");
      refused(team.get(INVITATIONS, low), 403, "role_too_low");
      refused(revoke(low, RandomId.next()), 403, "role_too_low");
    }
    refused(invite(team.admin(), "owner"), 403, "role_too_low");
    assertThat(team.changes()).isEqualTo(before);

    assertThat(invite(team.admin(), "admin")).hasStatus(201);
    var ownersOnly = read(invite(team.owner(), "owner"), "$.invitationId");
    refused(revoke(team.admin(), ownersOnly), 403, "role_too_low");
    assertThat(revoke(team.owner(), ownersOnly)).hasStatus(204);
    assertThat(team.changes()).isEqualTo(before + 3);
  }

  @Test
  void isRevokedByItsOwnTenantOnly() {
    var invited = invite(team.owner(), "viewer");
    var id = read(invited, "$.invitationId");

    for (var unknown : List.of(RandomId.next(), "x", "x".repeat(300))) {
      refused(revoke(team.owner(), unknown), 404, "not_found");
    }
    refused(other.call(DELETE, INVITATIONS + "/" + id, other.owner(), null), 404, "not_found");
    assertThat(team.changes()).isEqualTo(before + 1);

    assertThat(revoke(team.admin(), id)).hasStatus(204);
    refused(revoke(team.admin(), id), 404, "not_found");
    assertThat(team.changes()).isEqualTo(before + 2);
  }

  @Test
  void isForPeopleWhoAreSignedInAndOutside() {
    var token = read(invite(team.owner(), "viewer"), "$.token");

    assertThat(api.post().uri("/invitations/accept").content("{}")).hasStatus(401);
    refused(accept(team.agent(), token), 409, "already_member");
    assertThat(team.changes()).isEqualTo(before + 1);
    assertThat(accept(other.viewer(), token)).hasStatus(200);
  }

  @Test
  void makesAnotherLinkThatVoidsTheOneBefore() {
    var invited = invite(team.owner(), "agent");
    var id = read(invited, "$.invitationId");

    refused(resend(team.agent(), id), 403, "role_too_low");
    refused(
        other.call(POST, INVITATIONS + "/" + id + "/resend", other.owner(), null),
        404,
        "not_found");
    refused(resend(team.admin(), RandomId.next()), 404, "not_found");
    assertThat(team.changes()).isEqualTo(before + 1);
    var again = resend(team.admin(), id);

    assertThat(again).hasStatus(200);
    assertThat(read(again, "$.invitationId")).isEqualTo(id);
    assertThat(text(again)).doesNotContain("mailedAt");
    assertThat(team.changes()).isEqualTo(before + 2);
    refused(accept(guest, read(invited, "$.token")), 410, "invitation_invalid");
    assertThat(accept(guest, read(again, "$.token"))).hasStatus(200);
    assertThat(text(team.get("/members", team.viewer())))
        .contains("\"invitedAs\":\"ada@example.com\"");
  }

  @Test
  void endsAFloodUntilTheNextHour() {
    for (int i = 0; i < InvitationRate.MOST; i++) {
      assertThat(invite(team.owner(), "viewer")).hasStatus(201);
    }

    var refused = invite(team.owner(), "viewer");

    refused(refused, 429, "too_many_invitations");
    assertThat(refused).headers().containsHeader("Retry-After");
    assertThat(invite(other.owner(), "viewer")).hasStatus(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"email\": \"ada@example.com\"}",
        "{\"role\": \"agent\"}",
        "{\"email\": \"ada\", \"role\": \"agent\"}",
        "{\"email\": 5, \"role\": \"agent\"}",
        "{\"email\": \"ada@example.com\", \"role\": \"god\"}",
        "{\"email\": \"ada@example.com\", \"role\": \"agent\", \"token\": \"mine\"}"
      })
  void refusesABodyThatInvitesNobody(String body) {
    refused(team.call(POST, INVITATIONS, team.owner(), body), 400, "validation_failed");
    assertThat(team.changes()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"token\": 1}", "{\"token\": \"a\", \"tenantId\": \"b\"}"})
  void refusesABodyWithoutAToken(String body) {
    refused(team.call(POST, "/invitations/accept", guest, body), 400, "validation_failed");
  }

  private MvcTestResult invite(UserId actor, String role) {
    return team.call(
        POST, INVITATIONS, actor, "{\"email\": \"ada@example.com\", \"role\": \"" + role + "\"}");
  }

  private MvcTestResult revoke(UserId actor, String id) {
    return team.call(DELETE, INVITATIONS + "/" + id, actor, null);
  }

  private MvcTestResult resend(UserId actor, String id) {
    return team.call(POST, INVITATIONS + "/" + id + "/resend", actor, null);
  }

  private MvcTestResult accept(UserId user, String token) {
    return team.call(POST, "/invitations/accept", user, "{\"token\": \"" + token + "\"}");
  }

  private static void refused(MvcTestResult answer, int status, String code) {
    assertThat(answer).hasStatus(status);
    assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
  }

  private static String read(MvcTestResult answer, String path) {
    return JsonPath.read(text(answer), path);
  }

  private static String text(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
