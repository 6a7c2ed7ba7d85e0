package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Membership;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class MembersContract extends StorageContract {

  private final UserId user = new UserId(UUID.randomUUID().toString());

  @Test
  void findsAMemberInTheirTenantOnly() {
    var member = new Member(user, Role.AGENT, TestObjects.NOW);

    storage.members().save(tenant, member);

    assertThat(storage.members().find(tenant, user)).contains(member);
    assertThat(storage.members().find(otherTenant, user)).isEmpty();
  }

  @Test
  void changesARole() {
    storage.members().save(tenant, new Member(user, Role.VIEWER, TestObjects.NOW));

    storage.members().save(tenant, new Member(user, Role.OWNER, TestObjects.NOW));

    assertThat(storage.members().find(tenant, user).orElseThrow().role()).isEqualTo(Role.OWNER);
  }

  @Test
  void forgetsARemovedMember() {
    storage.members().save(tenant, new Member(user, Role.ADMIN, TestObjects.NOW));
    storage.members().save(otherTenant, new Member(user, Role.ADMIN, TestObjects.NOW));

    storage.members().remove(tenant, user);

    assertThat(storage.members().find(tenant, user)).isEmpty();
    assertThat(storage.members().find(otherTenant, user)).isPresent();
    assertThat(storage.members().ofUser(user))
        .containsExactly(new Membership(otherTenant, Role.ADMIN));
  }

  @Test
  void listsTheTenantsOfAPersonInOrderAndNobodyElses() {
    storage.members().save(tenant, new Member(user, Role.VIEWER, TestObjects.NOW));
    storage.members().save(otherTenant, new Member(user, Role.OWNER, TestObjects.NOW));
    storage
        .members()
        .save(tenant, new Member(new UserId("somebody-" + user), Role.OWNER, TestObjects.NOW));

    var memberships = storage.members().ofUser(user);
    assertThat(memberships)
        .containsExactlyInAnyOrder(
            new Membership(tenant, Role.VIEWER), new Membership(otherTenant, Role.OWNER));
    assertThat(memberships).extracting(membership -> membership.tenant().value()).isSorted();
  }

  @Test
  void listsAtMostAHundredTenantsOfAPerson() {
    for (int i = 0; i < 101; i++) {
      storage.members().save(TenantId.random(), new Member(user, Role.VIEWER, TestObjects.NOW));
    }

    assertThat(storage.members().ofUser(user)).hasSize(100);
  }
}
