package io.feedbackplatform.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.PATCH;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTeam;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class AuditTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTeam team;
  private TestTeam other;

  @BeforeEach
  void formTeams() {
    var world = new TestTeam.World(api, storage, issuer);
    team = TestTeam.in(world);
    other = TestTeam.in(world);
  }

  @Test
  void tellsOwnersAndAdministratorsWhatWasDone() {
    assertThat(team.call(PATCH, "/members/" + team.viewer(), team.owner(), "{\"role\": \"agent\"}"))
        .hasStatus(200);

    for (var reader : List.of(team.owner(), team.admin())) {
      assertThat(team.get("/audit?limit=1", reader))
          .hasStatus(200)
          .bodyJson()
          .isLenientlyEqualTo(
              """
              {"items": [{"tenantId": "%s", "sequence": 7, "operation": "member_role_changed",
                "at": "2026-11-22T17:30:00Z",
                "actor": {"kind": "person", "id": "%s", "address": "203.0.113.7"},
                "target": {"kind": "member", "id": "%s"}, "fields": ["role"]}]}\
              """
                  .formatted(team.tenant(), team.owner(), team.viewer()));
    }
  }

  @Test
  void isClosedToEverybodyElse() {
    for (var path : List.of("/audit", "/audit/export")) {
      for (var low : List.of(team.viewer(), team.agent())) {
        refused(team.get(path, low), 403, "role_too_low");
      }
      refused(team.get(path, new UserId("stranger")), 403, "forbidden");
      assertThat(api.get().uri(path)).hasStatus(401);
      assertThat(
              api.get()
                  .uri(path)
                  .header("Authorization", "Bearer " + issuer.tokenFor(team.owner()))
                  .header("X-Tenant-Id", other.tenant().value()))
          .hasStatus(403);
      assertThat(team.get(path, team.admin())).hasStatus(200);
    }
  }

  @Test
  void isReadPageByPageNewestFirst() throws Exception {
    var sequences = new ArrayList<Integer>();
    String lastKey = null;
    do {
      var answer =
          team.get("/audit?limit=3" + (lastKey == null ? "" : "&lastKey=" + lastKey), team.owner());
      assertThat(answer).hasStatus(200);
      var body = answer.getResponse().getContentAsString();
      sequences.addAll(JsonPath.<List<Integer>>read(body, "$.items[*].sequence"));
      lastKey = body.contains("lastKey") ? JsonPath.read(body, "$.lastKey") : null;
    } while (lastKey != null);

    assertThat(sequences).containsExactly(6, 5, 4, 3, 2, 1);
  }

  @Test
  void takesACursorOfThisTenantAndThisListOnly() throws Exception {
    var first = other.get("/audit?limit=1", other.owner()).getResponse().getContentAsString();
    String foreign = JsonPath.read(first, "$.lastKey");

    assertThat(other.get("/audit?lastKey=" + foreign, other.owner())).hasStatus(200);
    refused(team.get("/audit?lastKey=" + foreign, team.owner()), 400, "invalid_last_key");
    refused(other.get("/feedback?lastKey=" + foreign, other.owner()), 400, "invalid_last_key");
    refused(team.get("/audit?lastKey=x", team.owner()), 400, "invalid_last_key");
    for (var limit : List.of("0", "101", "x", "-1")) {
      refused(team.get("/audit?limit=" + limit, team.owner()), 400, "validation_failed");
    }
    refused(team.get("/audit?from=now", team.owner()), 400, "validation_failed");
  }

  /** Checks the chain as the documentation describes it, with nothing of the platform's code. */
  @Test
  void isExportedAsAChainThatAnybodyCanCheck() throws Exception {
    team.call(PATCH, "/members/" + team.viewer(), team.owner(), "{\"role\": \"agent\"}");

    var answer = team.get("/audit/export", team.admin());

    assertThat(answer).hasStatus(200).hasContentTypeCompatibleWith("application/x-ndjson");
    var lines = answer.getResponse().getContentAsString().lines().toList();
    assertThat(lines).hasSize(8);
    var previous = "0".repeat(64);
    for (int i = 0; i < 7; i++) {
      var entry = new JsonMapper().readTree(lines.get(i));
      assertThat(entry.get("sequence").asInt()).isEqualTo(i + 1);
      assertThat(entry.get("previousHash").asString()).isEqualTo(previous);
      previous = hash(entry);
      assertThat(entry.get("hash").asString()).isEqualTo(previous);
      assertThat(entry.get("tenantId").asString()).isEqualTo(team.tenant().value());
    }
    assertThat(lines.getLast()).isEqualTo(end(7, "", previous));
  }

  private static String end(int count, String next, String hash) {
    return "{\"count\":%d%s,\"head\":{\"sequence\":7,\"hash\":\"%s\"}}"
        .formatted(count, next, hash);
  }

  @Test
  void isExportedInPiecesThatTellWhereTheChainEnds() throws Exception {
    team.call(PATCH, "/members/" + team.viewer(), team.owner(), "{\"role\": \"agent\"}");
    var whole = export("");
    var head = new JsonMapper().readTree(whole.get(6)).get("hash").asString();

    var pieces = new ArrayList<String>();
    for (var from : List.of(1, 4, 7)) {
      var lines = export("?limit=3&from=" + from);
      var next = from == 7 ? "" : ",\"next\":" + (from + 3);
      assertThat(lines.getLast()).isEqualTo(end(lines.size() - 1, next, head));
      pieces.addAll(lines.subList(0, lines.size() - 1));
    }

    assertThat(pieces).isEqualTo(whole.subList(0, 7));
    assertThat(export("?from=8")).containsExactly(end(0, "", head));
    for (var wrong : List.of("from=0", "from=-1", "from=x", "limit=0", "limit=5001", "lastKey=x")) {
      refused(team.get("/audit/export?" + wrong, team.owner()), 400, "validation_failed");
    }
  }

  private List<String> export(String query) throws Exception {
    var answer = team.get("/audit/export" + query, team.owner());
    assertThat(answer).hasStatus(200);
    return answer.getResponse().getContentAsString().lines().toList();
  }

  private static String hash(JsonNode entry) throws Exception {
    var actor = entry.get("actor");
    var form =
        new StringBuilder()
            .append(part("audit 1"))
            .append(part(entry.get("tenantId").asString()))
            .append(part(entry.get("sequence").asString()))
            .append(part(entry.get("previousHash").asString()))
            .append(part(actor.get("kind").asString()))
            .append(part(actor.get("id").asString()))
            .append(actor.has("address") ? part(actor.get("address").asString()) : "-")
            .append(part(entry.get("operation").asString()))
            .append(part(entry.get("at").asString()))
            .append(part(entry.get("target").get("kind").asString()))
            .append(part(entry.get("target").get("id").asString()))
            .append(part(Integer.toString(entry.get("fields").size())));
    IntStream.range(0, entry.get("fields").size())
        .forEach(i -> form.append(part(entry.get("fields").get(i).asString())));
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256")
                .digest(form.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String part(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length + ":" + text + ",";
  }

  private static void refused(MvcTestResult answer, int status, String code) {
    assertThat(answer).hasStatus(status);
    assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
  }
}
