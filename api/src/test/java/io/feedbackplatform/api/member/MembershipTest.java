package io.feedbackplatform.api.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class MembershipTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTenant tenant;
  private TestTenant other;

  @BeforeEach
  void openTenants() {
    tenant = TestTenant.in(storage);
    other = TestTenant.in(storage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feedback", "/analytics"})
  void opensTheOwnTenantAndNoOther(String path) {
    assertThat(get(path, tenant.member(), tenant.id().value())).hasStatus(200);

    for (var named :
        List.of(other.id().value(), TenantId.random().value(), "x", "", "T#", "x".repeat(3_000))) {
      var answer = get(path, tenant.member(), named);
      assertThat(answer).as(named).hasStatus(403);
      assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("forbidden");
    }
  }

  @Test
  void isChosenByTheHeaderWhenThereAreSeveral() {
    TestTenant.join(storage, other.id(), tenant.member(), Role.ADMIN);
    storage.feedback().create(other.id(), TestObjects.feedback(other.site().id()), null);

    var unnamed = get("/feedback", tenant.member(), null);
    assertThat(unnamed).hasStatus(400);
    assertThat(unnamed).bodyJson().extractingPath("$.code").isEqualTo("tenant_required");
    assertThat(get("/feedback", tenant.member(), tenant.id().value()))
        .bodyJson()
        .extractingPath("$.items.length()")
        .isEqualTo(0);
    assertThat(get("/feedback", tenant.member(), other.id().value()))
        .bodyJson()
        .extractingPath("$.items.length()")
        .isEqualTo(1);
  }

  @Test
  void endsWithTheNextRequestWhateverTheTokenSays() {
    assertThat(get("/feedback", tenant.member(), null)).hasStatus(200);

    storage.members().remove(tenant.id(), tenant.member(), Actor.platform());

    assertThat(get("/feedback", tenant.member(), null)).hasStatus(403);
    assertThat(get("/feedback", tenant.member(), tenant.id().value())).hasStatus(403);
  }

  @Test
  void isNothingThatATokenCanClaim() {
    var stranger = new UserId(UUID.randomUUID().toString());
    var token =
        issuer.token(
            stranger,
            claims ->
                claims
                    .claim("tenantId", tenant.id().value())
                    .claim("custom:tenant", tenant.id().value())
                    .claim("role", "owner")
                    .claim("scope", "VIEWER OWNER")
                    .claim("cognito:groups", List.of("platform-operators", "VIEWER")));

    assertThat(api.get().uri("/feedback").header("Authorization", "Bearer " + token))
        .hasStatus(403);
    assertThat(
            api.get()
                .uri("/feedback")
                .header("Authorization", "Bearer " + token)
                .header("X-Tenant-Id", tenant.id().value()))
        .hasStatus(403);
  }

  @Test
  void listsItselfUnderMe() {
    TestTenant.join(storage, other.id(), tenant.member(), Role.ADMIN);

    assertThat(get("/me", tenant.member(), null))
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"userId": "%1$s", "username": "name-of-%1$s", "tenants": [
              {"tenantId": "%2$s", "name": "Northwind", "role": "viewer", "state": "active"},
              {"tenantId": "%3$s", "name": "Northwind", "role": "admin", "state": "active"}]}\
            """
                .formatted(tenant.member(), tenant.id(), other.id()));
  }

  @Test
  void tellsUnderMeWhyATenantCannotBeChanged() {
    var operator = Actor.operator("grace", null);
    storage.tenants().change(tenant.id(), new TenantChange.Suspend("Unpaid."), operator);

    assertThat(get("/me", tenant.member(), null))
        .bodyJson()
        .extractingPath("$.tenants[0]")
        .asMap()
        .containsEntry("state", "suspended")
        .containsEntry("suspendedFor", "Unpaid.")
        .doesNotContainKey("deletionDueAt");

    storage.tenants().change(tenant.id(), new TenantChange.Reactivate(), operator);
    storage.tenants().change(tenant.id(), new TenantChange.ScheduleDeletion(30), operator);

    assertThat(get("/me", tenant.member(), null))
        .bodyJson()
        .extractingPath("$.tenants[0]")
        .asMap()
        .containsEntry("state", "deletion_scheduled")
        .containsKey("deletionDueAt")
        .doesNotContainKey("suspendedFor");
  }

  @Test
  void tellsAPersonWithoutATenantThatThereIsNone() {
    assertThat(get("/me", new UserId("nobody"), null))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.tenants")
        .asArray()
        .isEmpty();
    assertThat(api.get().uri("/me")).hasStatus(401);
  }

  private MvcTestResult get(String path, UserId user, String namedTenant) {
    var request = api.get().uri(path).header("Authorization", "Bearer " + issuer.tokenFor(user));
    return (namedTenant == null ? request : request.header("X-Tenant-Id", namedTenant)).exchange();
  }
}
