package io.feedbackplatform.api.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.apikey.ApiKey;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class ManageApiKeysTest {

  private static final String BODY = "{\"name\": \"ERP\", \"scopes\": [\"feedback:read\"]}";

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTenant tenant;
  private UserId admin;
  private UserId stranger;

  @BeforeEach
  void openTenants() {
    tenant = TestTenant.in(storage);
    admin = join(tenant, Role.ADMIN);
    stranger = join(TestTenant.in(storage), Role.OWNER);
  }

  @Test
  void tellsTheSecretOnce() {
    var made = create(admin, BODY);

    assertThat(made).hasStatus(201).hasHeader("Cache-Control", "no-store");
    String key = read(made, "$.apiKey");
    assertThat(reading(key)).hasStatus(200);
    var list = as(admin, api.get().uri("/api-keys"));
    assertThat(list).hasStatus(200).hasHeader("Cache-Control", "no-store");
    assertThat(list).bodyJson().extractingPath("$.items[0].name").isEqualTo("ERP");
    assertThat(list).bodyJson().extractingPath("$.items[0].createdBy").isEqualTo(admin.value());
    assertThat(list).bodyText().doesNotContain("apiKey", key, "hash", "Hash");
  }

  @Test
  void rotatesWithOverlapAndRevokesAll() {
    var made = create(admin, BODY);
    String id = read(made, "$.keyId");
    String first = read(made, "$.apiKey");

    String second = read(rotate(admin, id, "{\"overlapHours\": 1}"), "$.apiKey");
    assertThat(reading(first)).hasStatus(200);
    assertThat(reading(second)).hasStatus(200);

    var third = rotate(admin, id, null);
    assertThat(third).hasStatus(200).hasHeader("Cache-Control", "no-store");
    assertThat(third).bodyJson().hasPath("$.formerSecretEndsAt");

    assertThat(revoke(admin, id)).hasStatus(204);
    assertThat(revoke(admin, id)).hasStatus(204);
    assertThat(rotate(admin, id, null))
        .hasStatus(409)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("api_key_ended");
    assertThat(as(admin, api.get().uri("/api-keys"))).bodyJson().hasPath("$.items[0].revokedAt");
  }

  @Test
  void saysWhenThereAreTooMany() {
    String first = read(create(admin, BODY), "$.keyId");
    for (int n = 1; n < ApiKey.MOST; n++) {
      assertThat(create(admin, BODY)).hasStatus(201);
    }

    var refused = create(admin, BODY);

    assertThat(refused).hasStatus(409);
    assertThat(refused).bodyJson().extractingPath("$.code").isEqualTo("too_many_api_keys");
    assertThat(refused).bodyJson().extractingPath("$.detail").asString().contains("Revoke one");
    assertThat(create(stranger, BODY)).hasStatus(201);
    assertThat(revoke(admin, first)).hasStatus(204);
    assertThat(create(admin, BODY)).hasStatus(201);
  }

  @ParameterizedTest
  @EnumSource
  void takesAnAdministrator(Role role) {
    var member = join(tenant, role);
    var id = this.<String>read(create(admin, BODY), "$.keyId");
    var allowed = role.includes(Role.ADMIN);

    assertThat(create(member, BODY)).hasStatus(allowed ? 201 : 403);
    assertThat(as(member, api.get().uri("/api-keys"))).hasStatus(allowed ? 200 : 403);
    assertThat(rotate(member, id, null)).hasStatus(allowed ? 200 : 403);
    assertThat(revoke(member, id)).hasStatus(allowed ? 204 : 403);
  }

  @Test
  void knowsNoKeyOfAnotherTenant() {
    String id = read(create(admin, BODY), "$.keyId");

    assertThat(rotate(stranger, id, null)).hasStatus(404);
    assertThat(revoke(stranger, id)).hasStatus(404);
    assertThat(revoke(stranger, "x")).hasStatus(404);
    assertThat(as(stranger, api.get().uri("/api-keys")))
        .bodyJson()
        .extractingPath("$.items.length()")
        .isEqualTo(0);
    assertThat(revoke(admin, id)).hasStatus(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                                     | name
          {"name": "x"}                                                          | scopes
          {"name": " ", "scopes": ["feedback:read"]}                             | name
          {"name": "x", "scopes": ["feedback:everything"]}                       | scopes
          {"name": "x", "scopes": "feedback:read"}                               | scopes
          {"name": 1, "scopes": ["feedback:read"]}                               | name
          {"name": "x", "scopes": ["feedback:read"], "expiresAt": "tomorrow"}    | expiresAt
          {"name": "x", "scopes": ["feedback:read"], "expiresAt": "2020-01-01T00:00:00Z"} | expiresAt
          {"name": "x", "scopes": ["feedback:read"], "more": 1}                  | more
          """)
  void namesTheFieldThatIsWrong(String body, String field) {
    assertThat(create(admin, body))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo(field);
  }

  @Test
  void refusesAnOverlapBeyondAWeek() {
    String id = read(create(admin, BODY), "$.keyId");

    for (var hours : new String[] {"-1", "169", "\"1\"", "1.5"}) {
      assertThat(rotate(admin, id, "{\"overlapHours\": " + hours + "}")).hasStatus(400);
    }
    assertThat(rotate(admin, id, "{\"overlapHours\": 168}")).hasStatus(200);
  }

  private UserId join(TestTenant joined, Role role) {
    var user = new UserId(UUID.randomUUID().toString());
    TestTenant.join(storage, joined.id(), user, role);
    return user;
  }

  private MvcTestResult create(UserId user, String body) {
    return as(
        user, api.post().uri("/api-keys").contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private MvcTestResult rotate(UserId user, String id, String body) {
    var request = api.post().uri("/api-keys/{id}/rotate", id);
    return as(
        user,
        body == null ? request : request.contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private MvcTestResult revoke(UserId user, String id) {
    return as(user, api.delete().uri("/api-keys/{id}", id));
  }

  private MvcTestResult reading(String key) {
    return api.get().uri("/feedback").header("Authorization", "Bearer " + key).exchange();
  }

  private MvcTestResult as(UserId user, MockMvcRequestBuilder request) {
    return request.header("Authorization", "Bearer " + issuer.tokenFor(user)).exchange();
  }

  private <T> T read(MvcTestResult answer, String path) {
    try {
      return JsonPath.read(answer.getResponse().getContentAsString(), path);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
