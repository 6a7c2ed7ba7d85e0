package io.feedbackplatform.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditEventTest {

  private static final Target TARGET = new Target(Target.Kind.MEMBER, "user-1");

  @Test
  void holdsNamesOfFieldsAndNoText() {
    assertThat(event("role", "email").fields()).containsExactly("email", "role");
    assertThatThrownBy(() -> event("ada@example.com")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> event("the coffee was cold"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Worked out apart from this code, as who checks an export would. */
  @Test
  void isHashedTheSameForEver() {
    var tenant = new TenantId("0123456789ABCDEFGHJKMNPQRS");

    assertThat(AuditEntry.after(tenant, AuditHead.NONE, event("role", "email")).hash())
        .isEqualTo("3814dadfdf04a9bbae712dd955c0aa3b342da67f26f6c311104db0882402b135");
  }

  private static AuditEvent event(String... fields) {
    return AuditEvent.of(
        Actor.person("user-2", null),
        Operation.MEMBER_ROLE_CHANGED,
        TestObjects.NOW,
        TARGET,
        List.of(fields));
  }
}
