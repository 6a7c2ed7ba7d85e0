package io.feedbackplatform.api.testing;

import io.feedbackplatform.core.audit.AuditVerdict;
import io.feedbackplatform.core.audit.AuditVerdict.Intact;
import io.feedbackplatform.core.audit.VerifyAudit;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A tenant with a member of each role, and their requests. */
public record TestTeam(
    TenantId tenant, UserId viewer, UserId agent, UserId admin, UserId owner, World world) {

  /** What the requests go through. */
  public record World(MockMvcTester api, Storage storage, TestIssuer issuer) {}

  public static TestTeam in(World world) {
    var opened = TestTenant.in(world.storage());
    return new TestTeam(
        opened.id(),
        opened.member(),
        join(world, opened.id(), Role.AGENT),
        join(world, opened.id(), Role.ADMIN),
        join(world, opened.id(), Role.OWNER),
        world);
  }

  private static UserId join(World world, TenantId tenant, Role role) {
    var user = new UserId(UUID.randomUUID().toString());
    TestTenant.join(world.storage(), tenant, user, role);
    return user;
  }

  public MvcTestResult call(HttpMethod method, String path, UserId user, @Nullable String body) {
    var request =
        world
            .api()
            .method(method)
            .uri(path)
            .header("Authorization", "Bearer " + world.issuer().tokenFor(user))
            .header("X-Forwarded-For", "198.51.100.1, 203.0.113.7");
    return (body == null ? request : request.contentType(MediaType.APPLICATION_JSON).content(body))
        .exchange();
  }

  public MvcTestResult get(String path, UserId user) {
    return call(HttpMethod.GET, path, user, null);
  }

  /** How many changes the audit tells of; its chain must be whole. */
  public long changes() {
    AuditVerdict verdict = new VerifyAudit(world.storage().audit()).verify(tenant);
    return switch (verdict) {
      case Intact(var entries) -> entries;
      case AuditVerdict.Broken broken -> throw new AssertionError(broken);
    };
  }
}
