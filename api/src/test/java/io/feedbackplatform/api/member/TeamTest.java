package io.feedbackplatform.api.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PATCH;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTeam;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class TeamTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

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

  @Test
  void isListedForItsMembers() {
    for (var member : List.of(team.viewer(), team.owner())) {
      var answer = team.get("/members", member);
      assertThat(answer).hasStatus(200);
      assertThat(answer).bodyJson().extractingPath("$.items.length()").isEqualTo(4);
      assertThat(answer)
          .bodyJson()
          .extractingPath("$.items[*].userId")
          .asArray()
          .containsExactlyInAnyOrder(
              team.viewer().value(),
              team.agent().value(),
              team.admin().value(),
              team.owner().value());
    }
    refused(team.get("/members", new UserId("stranger")), 403, "forbidden");
    assertThat(api.get().uri("/members")).hasStatus(401);
  }

  @Test
  void changesARoleForWhoMayAndLeavesOneEntry() {
    refused(change(team.viewer(), team.agent(), "viewer"), 403, "role_too_low");
    refused(change(team.agent(), team.viewer(), "agent"), 403, "role_too_low");
    assertThat(team.changes()).isEqualTo(before);

    var answer = change(team.admin(), team.viewer(), "agent");

    assertThat(answer).hasStatus(200).bodyJson().extractingPath("$.role").isEqualTo("agent");
    assertThat(roleOf(team.viewer())).isEqualTo(Role.AGENT);
    assertThat(team.changes()).isEqualTo(before + 1);
  }

  @Test
  void grantsNoRoleAboveOnesOwn() {
    refused(change(team.admin(), team.viewer(), "owner"), 403, "role_too_low");
    refused(change(team.admin(), team.admin(), "owner"), 403, "role_too_low");
    refused(change(team.admin(), team.owner(), "viewer"), 403, "role_too_low");
    refused(call(DELETE, team.admin(), team.owner()), 403, "role_too_low");
    assertThat(team.changes()).isEqualTo(before);

    assertThat(change(team.owner(), team.viewer(), "owner")).hasStatus(200);
    assertThat(call(DELETE, team.viewer(), team.owner())).hasStatus(204);
    assertThat(team.changes()).isEqualTo(before + 2);
  }

  @Test
  void letsMembersGoAndPutsThemOutAtOnce() {
    refused(call(DELETE, team.agent(), team.viewer()), 403, "role_too_low");
    assertThat(call(DELETE, team.viewer(), team.viewer())).hasStatus(204);
    assertThat(call(DELETE, team.admin(), team.agent())).hasStatus(204);

    refused(team.get("/members", team.viewer()), 403, "forbidden");
    refused(team.get("/members", team.agent()), 403, "forbidden");
    assertThat(team.get("/members", team.admin())).hasStatus(200);
    assertThat(team.changes()).isEqualTo(before + 2);
  }

  @Test
  void keepsItsLastOwner() {
    refused(call(DELETE, team.owner(), team.owner()), 409, "last_owner");
    refused(change(team.owner(), team.owner(), "admin"), 409, "last_owner");
    assertThat(team.changes()).isEqualTo(before);

    assertThat(change(team.owner(), team.admin(), "owner")).hasStatus(200);
    assertThat(change(team.owner(), team.owner(), "admin")).hasStatus(200);
    assertThat(team.changes()).isEqualTo(before + 2);
  }

  @Test
  void hasNoMembersOfOtherTenants() {
    for (var user :
        List.of(other.viewer(), new UserId("nobody"), new UserId("x".repeat(129 - 1)))) {
      refused(change(team.owner(), user, "agent"), 404, "not_found");
      refused(call(DELETE, team.owner(), user), 404, "not_found");
    }
    refused(team.call(DELETE, "/members/" + "x".repeat(200), team.owner(), null), 404, "not_found");
    assertThat(other.get("/members", other.viewer())).hasStatus(200);
    assertThat(roleOf(team.viewer())).isEqualTo(Role.VIEWER);
    assertThat(team.changes()).isEqualTo(before);
    assertThat(change(team.owner(), team.viewer(), "agent")).hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "[]",
        "\"owner\"",
        "{\"role\": null}",
        "{\"role\": \"OWNER\"}",
        "{\"role\": \"boss\"}",
        "{\"role\": 3}",
        "{\"role\": \"agent\", \"since\": \"now\"}"
      })
  void refusesABodyThatNamesNoRole(String body) {
    var answer = team.call(PATCH, "/members/" + team.viewer(), team.owner(), body);

    refused(answer, 400, "validation_failed");
    assertThat(team.changes()).isEqualTo(before);
  }

  private MvcTestResult change(UserId actor, UserId user, String role) {
    return team.call(PATCH, "/members/" + user, actor, "{\"role\": \"" + role + "\"}");
  }

  private MvcTestResult call(HttpMethod method, UserId actor, UserId user) {
    return team.call(method, "/members/" + user, actor, null);
  }

  private Role roleOf(UserId user) {
    return storage.members().find(team.tenant(), user).orElseThrow().role();
  }

  private static void refused(MvcTestResult answer, int status, String code) {
    assertThat(answer).hasStatus(status);
    assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
  }
}
