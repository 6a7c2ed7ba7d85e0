package io.feedbackplatform.api.tenant;

import io.feedbackplatform.api.tenant.StateRow.Caller;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.operator.GrantOperator;
import io.feedbackplatform.core.recount.OrderRecount;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantState;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Makes, for each request, a fresh tenant that has one of everything, in a state. */
record StateWorld(
    MockMvcTester api, Storage storage, TestIssuer issuer, IssueApiKey apiKeys, Clock clock) {

  private static final Actor OPERATOR = Actor.operator("grace", null);

  MvcTestResult answer(StateRow row, Caller caller, TenantState state) {
    var tenant = TestTenant.in(storage);
    var owner = join(tenant, Role.OWNER);
    var agent = join(tenant, Role.AGENT);
    var key =
        apiKeys.issue(
            tenant.id(), OPERATOR, "ERP", EnumSet.allOf(ApiKeyScope.class), /* expiresAt= */ null);
    var feedback = TestObjects.feedback(tenant.site().id());
    storage.feedback().create(tenant.id(), feedback, null);
    var invited =
        new InvitePerson(storage.invitations(), clock)
            .invite(tenant.id(), new EmailAddress("ada@example.com"), Role.VIEWER, OPERATOR);
    var grant =
        new GrantOperator(storage.operatorGrants(), clock)
            .grant(tenant.id(), OPERATOR, "Ticket 4711", Duration.ofMinutes(5));
    var recount =
        new OrderRecount(storage.recountOrders(), (of, id) -> {}, clock)
            .order(tenant.id(), /* repair= */ false, OPERATOR);
    storage.recountOrders().end(tenant.id(), recount.id(), null);
    enter(tenant, state);
    var ids =
        Map.ofEntries(
            Map.entry("tenantId", tenant.id().value()),
            Map.entry("siteId", tenant.site().id().value()),
            Map.entry("siteKey", tenant.key().value()),
            Map.entry("feedbackId", feedback.id().value()),
            Map.entry("keyId", key.key().id().value()),
            Map.entry("userId", agent.value()),
            Map.entry("invitationId", invited.invitation().id().value()),
            Map.entry("grantId", grant.id().value()),
            Map.entry("recountId", recount.id().value()),
            Map.entry("token", invited.token().value()));
    var method = row.operation().split(" ")[0];
    var request =
        api.method(HttpMethod.valueOf(method))
            .uri(filled(row.operation().substring(method.length() + 1), ids));
    if (row.body() != null) {
      request.contentType(MediaType.APPLICATION_JSON).content(filled(row.body(), ids));
    }
    var credential =
        switch (caller) {
          case NOBODY, SITE_KEY -> null;
          case API_KEY -> key.token().text();
          case OWNER -> issuer.tokenFor(owner);
          case GUEST -> issuer.tokenFor(new UserId(UUID.randomUUID().toString()));
          case OPERATOR ->
              issuer.token(
                  new UserId("grace"),
                  claims -> claims.claim("cognito:groups", List.of("platform-operators")));
        };
    if (credential != null) {
      request.header("Authorization", "Bearer " + credential);
    }
    if (caller == Caller.SITE_KEY) {
      request.header("X-Site-Key", tenant.key().value());
    }
    return request.exchange();
  }

  private void enter(TestTenant tenant, TenantState state) {
    switch (state) {
      case ACTIVE -> {}
      case SUSPENDED ->
          storage
              .tenants()
              .change(tenant.id(), new TenantChange.Suspend("Invoices unpaid."), OPERATOR);
      case DELETION_SCHEDULED ->
          storage.tenants().change(tenant.id(), new TenantChange.ScheduleDeletion(30), OPERATOR);
    }
  }

  private UserId join(TestTenant tenant, Role role) {
    var user = new UserId(UUID.randomUUID().toString());
    TestTenant.join(storage, tenant.id(), user, role);
    return user;
  }

  private static String filled(String text, Map<String, String> ids) {
    var filled = text;
    for (var id : ids.entrySet()) {
      filled = filled.replace("{" + id.getKey() + "}", id.getValue());
    }
    return filled;
  }
}
