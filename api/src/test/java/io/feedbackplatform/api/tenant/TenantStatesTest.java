package io.feedbackplatform.api.tenant;

import static io.feedbackplatform.api.tenant.StateRow.Caller.API_KEY;
import static io.feedbackplatform.api.tenant.StateRow.Caller.GUEST;
import static io.feedbackplatform.api.tenant.StateRow.Caller.NOBODY;
import static io.feedbackplatform.api.tenant.StateRow.Caller.OPERATOR;
import static io.feedbackplatform.api.tenant.StateRow.Caller.OWNER;
import static io.feedbackplatform.api.tenant.StateRow.Caller.SITE_KEY;
import static io.feedbackplatform.api.tenant.StateRow.outside;
import static io.feedbackplatform.api.tenant.StateRow.reads;
import static io.feedbackplatform.api.tenant.StateRow.writes;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.tenant.StateRow.Caller;
import io.feedbackplatform.api.tenant.StateRow.Effect;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantState;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every operation of the running application, for a tenant in every state. */
@ApiTest
class TenantStatesTest {

  private static final String PROVISION =
      "{\"name\": \"Contoso\", \"ownerEmail\": \"name@example.com\"}";
  private static final String REASON = "{\"reason\": \"Ticket 4711: unpaid\"}";
  private static final Set<String> NOT_BEFORE_A_DELETION =
      Set.of(
          "POST /operator/tenants/{tenantId}/suspend",
          "POST /operator/tenants/{tenantId}/reactivate");

  /** An operation without a row here fails the build. */
  private static final List<StateRow> ROWS =
      List.of(
          writes(
              "POST /feedback",
              201,
              "{\"siteId\": \"{siteId}\", \"rating\": 4}",
              SITE_KEY,
              API_KEY),
          writes("POST /feedback/opened", 204, null, SITE_KEY),
          reads("GET /widget/config", SITE_KEY),
          reads("GET /widget/challenge", SITE_KEY),
          reads("GET /usage", OWNER),
          writes("PATCH /feedback/{feedbackId}", 200, "{\"status\": \"open\"}", OWNER, API_KEY),
          reads("GET /feedback", OWNER, API_KEY),
          reads("GET /feedback/{feedbackId}", OWNER, API_KEY),
          reads("GET /analytics", OWNER, API_KEY),
          reads("GET /analytics/categories", OWNER, API_KEY),
          // Who takes in no feedback has no live figures.
          writes("GET /analytics/live", 200, null, OWNER, API_KEY),
          reads("GET /analytics/tags", OWNER, API_KEY),
          reads("GET /analytics/themes", OWNER, API_KEY),
          reads("GET /api-keys", OWNER),
          writes(
              "POST /api-keys",
              201,
              "{\"name\": \"Till\", \"scopes\": [\"feedback:read\"]}",
              OWNER),
          writes("POST /api-keys/{keyId}/rotate", 200, null, OWNER),
          writes("DELETE /api-keys/{keyId}", 204, null, OWNER),
          reads("GET /me", OWNER),
          reads("GET /members", OWNER),
          writes("PATCH /members/{userId}", 200, "{\"role\": \"admin\"}", OWNER),
          writes("DELETE /members/{userId}", 204, null, OWNER),
          reads("GET /settings", OWNER),
          writes("PATCH /settings", 200, "{\"timeZone\": \"Europe/Berlin\"}", OWNER),
          reads("GET /sites", OWNER),
          reads("GET /sites/{siteId}", OWNER),
          reads("GET /sites/{siteId}/keys", OWNER),
          writes("POST /sites", 201, "{\"name\": \"Blog\"}", OWNER),
          writes("PATCH /sites/{siteId}", 200, "{\"name\": \"Blog\"}", OWNER),
          writes("POST /sites/{siteId}/keys", 201, null, OWNER),
          writes("POST /sites/{siteId}/keys/{siteKey}/rotate", 200, null, OWNER),
          writes("DELETE /sites/{siteId}/keys/{siteKey}", 204, null, OWNER),
          reads("GET /members/invitations", OWNER),
          writes(
              "POST /members/invitations",
              201,
              "{\"email\": \"eve@example.com\", \"role\": \"agent\"}",
              OWNER),
          writes("POST /members/invitations/{invitationId}/resend", 200, null, OWNER),
          writes("DELETE /members/invitations/{invitationId}", 204, null, OWNER),
          writes("POST /invitations/accept", 200, "{\"token\": \"{token}\"}", GUEST),
          reads("GET /audit", OWNER),
          reads("GET /audit/export", OWNER),
          reads("GET /operator-grants", OWNER),
          writes("DELETE /operator-grants/{grantId}", 200, null, OWNER),
          outside("POST /operator/tenants", 201, PROVISION, OPERATOR),
          outside("GET /operator/tenants", 200, null, OPERATOR),
          outside("GET /operator/tenants/{tenantId}", 200, null, OPERATOR),
          outside("PATCH /operator/tenants/{tenantId}", 200, "{\"plan\": \"pro\"}", OPERATOR),
          outside("POST /operator/tenants/{tenantId}/grants", 201, REASON, OPERATOR),
          outside("DELETE /operator/tenants/{tenantId}/grants/{grantId}", 200, null, OPERATOR),
          outside("POST /operator/tenants/{tenantId}/recounts", 202, null, OPERATOR),
          outside("GET /operator/tenants/{tenantId}/recounts", 200, null, OPERATOR),
          outside("GET /operator/tenants/{tenantId}/recounts/{recountId}", 200, null, OPERATOR),
          outside("POST /operator/tenants/{tenantId}/deletion", 200, null, OPERATOR),
          outside("DELETE /operator/tenants/{tenantId}/deletion", 200, null, OPERATOR),
          // Every tenant here has an owner.
          outside(
              "POST /operator/tenants/{tenantId}/owner-invitation",
              409,
              "{\"ownerEmail\": \"eve@example.com\"}",
              OPERATOR),
          // What contradicts a deletion is refused in that state alone.
          outside("POST /operator/tenants/{tenantId}/suspend", 200, REASON, OPERATOR),
          outside("POST /operator/tenants/{tenantId}/reactivate", 200, null, OPERATOR),
          outside("GET /health", 200, null, NOBODY),
          outside("GET /health/ready", 200, null, NOBODY),
          outside("GET /openapi.json", 200, null, NOBODY),
          outside("POST /snapstart/before-checkpoint", 404, null, NOBODY),
          outside("POST /snapstart/after-restore", 404, null, NOBODY));

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;
  @Autowired IssueApiKey apiKeys;
  @Autowired MutableClock clock;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void knowsEveryOperation() {
    assertThat(operations())
        .isEqualTo(ROWS.stream().map(StateRow::operation).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @EnumSource
  void letsReadAlwaysAndWriteOnlyWhenActive(TenantState state) {
    assertThat(faults(state, state)).isEmpty();
  }

  /** Without the gate, a tenant would get in each state what an active one gets. */
  @ParameterizedTest
  @EnumSource(names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
  void noticesEveryOperationThatDoesNotHeedTheState(TenantState expected) {
    var written =
        ROWS.stream()
            .filter(row -> row.effect() == Effect.WRITE)
            .mapToInt(row -> row.callers().size())
            .sum();

    assertThat(faults(expected, TenantState.ACTIVE))
        .filteredOn(fault -> !fault.contains("/operator/tenants"))
        .hasSize(written);
  }

  private List<String> faults(TenantState expected, TenantState actual) {
    var world = new StateWorld(api, storage, issuer, apiKeys, clock);
    var faults = new ArrayList<String>();
    for (var row : ROWS) {
      for (var caller : row.callers()) {
        var answer = outcome(world.answer(row, caller, actual));
        var wanted = wanted(row, caller, expected);
        if (!answer.startsWith(wanted)) {
          faults.add(
              "%s as %s, %s: wanted %s, got %s"
                  .formatted(row.operation(), caller, actual, wanted, answer));
        }
      }
    }
    return faults;
  }

  private static String wanted(StateRow row, Caller caller, TenantState state) {
    if (state == TenantState.DELETION_SCHEDULED
        && NOT_BEFORE_A_DELETION.contains(row.operation())) {
      return "409 tenant_state_conflict";
    }
    return row.effect() == Effect.WRITE && state != TenantState.ACTIVE
        ? "403 tenant_" + state.name().toLowerCase(Locale.ROOT)
        : Integer.toString(row.status());
  }

  private static String outcome(MvcTestResult answer) {
    var response = answer.getResponse();
    try {
      var body = response.getContentAsString();
      return response.getStatus() < 400
          ? Integer.toString(response.getStatus())
          : response.getStatus() + " " + JsonPath.read(body, "$.code");
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Set<String> operations() {
    var operations = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (handler.getBeanType().getName().startsWith("io.feedbackplatform.")) {
            for (var method : mapping.getMethodsCondition().getMethods()) {
              mapping.getPatternValues().forEach(path -> operations.add(method + " " + path));
            }
          }
        });
    return operations;
  }
}
