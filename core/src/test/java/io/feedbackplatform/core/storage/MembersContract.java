package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditVerdict.Intact;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.VerifyAudit;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Membership;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

abstract class MembersContract extends StorageContract {

  private final UserId user = new UserId(UUID.randomUUID().toString());

  @Test
  void findsAMemberInTheirTenantOnly() {
    var member = new Member(user, Role.AGENT, TestObjects.NOW);

    storage.members().add(tenant, member, Actor.platform());

    assertThat(storage.members().find(tenant, user)).contains(member);
    assertThat(storage.members().list(tenant)).containsExactly(member);
    assertThat(storage.members().find(otherTenant, user)).isEmpty();
    assertThat(storage.members().list(otherTenant)).isEmpty();
    assertThat(operations()).containsExactly(Operation.MEMBER_ADDED);
  }

  @Test
  void leavesAMemberWhoIsAddedAgainAsTheyAre() {
    var member = new Member(user, Role.AGENT, TestObjects.NOW);
    storage.members().add(tenant, member, Actor.platform());

    storage.members().add(tenant, new Member(user, Role.OWNER, TestObjects.NOW), Actor.platform());

    assertThat(storage.members().find(tenant, user)).contains(member);
    assertThat(operations()).hasSize(1);
  }

  @Test
  void changesARole() {
    var owner = joined(Role.OWNER);
    var viewer = joined(Role.VIEWER);

    var changed = storage.members().changeRole(tenant, viewer, Role.ADMIN, person(owner));

    assertThat(changed).isEqualTo(new Member(viewer, Role.ADMIN, TestObjects.NOW));
    assertThat(storage.members().find(tenant, viewer)).contains(changed);
    assertThat(operations()).hasSize(3).endsWith(Operation.MEMBER_ROLE_CHANGED);
  }

  @Test
  void forgetsARemovedMember() {
    storage.members().add(tenant, new Member(user, Role.ADMIN, TestObjects.NOW), Actor.platform());
    storage
        .members()
        .add(otherTenant, new Member(user, Role.ADMIN, TestObjects.NOW), Actor.platform());

    storage.members().remove(tenant, user, Actor.platform());

    assertThat(storage.members().find(tenant, user)).isEmpty();
    assertThat(storage.members().find(otherTenant, user)).isPresent();
    assertThat(storage.members().ofUser(user))
        .containsExactly(new Membership(otherTenant, Role.ADMIN));
    assertThat(operations()).hasSize(2).endsWith(Operation.MEMBER_REMOVED);
  }

  @Test
  void letsNobodyManageMembersBelowAdmin() {
    joined(Role.OWNER);
    var viewer = joined(Role.VIEWER);
    var agent = joined(Role.AGENT);
    var admin = joined(Role.ADMIN);

    for (var low : List.of(viewer, agent)) {
      refused(low, actor -> storage.members().changeRole(tenant, viewer, Role.AGENT, actor));
      refused(low, actor -> storage.members().remove(tenant, admin, actor));
    }
    assertThat(operations()).hasSize(4);
    storage.members().changeRole(tenant, viewer, Role.AGENT, person(admin));
    storage.members().remove(tenant, viewer, person(admin));
    assertThat(operations()).hasSize(6);
  }

  @Test
  void letsNobodyTouchOrGrantARoleAboveTheirOwn() {
    var owner = joined(Role.OWNER);
    var second = joined(Role.OWNER);
    var admin = joined(Role.ADMIN);
    var viewer = joined(Role.VIEWER);

    refused(admin, actor -> storage.members().changeRole(tenant, viewer, Role.OWNER, actor));
    refused(admin, actor -> storage.members().changeRole(tenant, admin, Role.OWNER, actor));
    refused(admin, actor -> storage.members().changeRole(tenant, second, Role.ADMIN, actor));
    refused(admin, actor -> storage.members().remove(tenant, second, actor));
    assertThat(operations()).hasSize(4);

    storage.members().changeRole(tenant, viewer, Role.ADMIN, person(admin));
    storage.members().changeRole(tenant, viewer, Role.OWNER, person(owner));
    storage.members().changeRole(tenant, second, Role.ADMIN, person(owner));
    storage.members().remove(tenant, second, person(admin));
    assertThat(operations()).hasSize(8);
  }

  @Test
  void takesNoOrdersFromMembersOfAnotherTenant() {
    var viewer = joined(Role.VIEWER);
    storage
        .members()
        .add(otherTenant, new Member(user, Role.OWNER, TestObjects.NOW), Actor.platform());

    refused(user, actor -> storage.members().changeRole(tenant, viewer, Role.AGENT, actor));
    refused(user, actor -> storage.members().remove(tenant, viewer, actor));
    assertThatThrownBy(() -> storage.members().remove(otherTenant, viewer, person(user)))
        .isInstanceOf(DomainException.NotFound.class);
    assertThat(storage.members().find(tenant, viewer)).isPresent();
  }

  @Test
  void letsAnybodyLeaveButTheLastOwner() {
    var owner = joined(Role.OWNER);
    var viewer = joined(Role.VIEWER);

    storage.members().remove(tenant, viewer, person(viewer));
    assertThatThrownBy(() -> storage.members().remove(tenant, owner, person(owner)))
        .isInstanceOf(DomainException.LastOwner.class);
    assertThatThrownBy(() -> storage.members().changeRole(tenant, owner, Role.ADMIN, person(owner)))
        .isInstanceOf(DomainException.LastOwner.class);
    assertThat(operations()).hasSize(3);

    joined(Role.OWNER);
    storage.members().remove(tenant, owner, person(owner));
    assertThat(operations()).hasSize(5);
  }

  @Test
  void keepsOneOwnerWhenBothGoAtOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      tenant = created(TestObjects.tenant());
      var one = joined(Role.OWNER);
      var other = joined(Role.OWNER);
      int before = operations().size();

      int gone =
          together(
              () -> storage.members().remove(tenant, one, person(one)),
              () -> storage.members().changeRole(tenant, other, Role.VIEWER, person(other)));

      assertThat(gone).isEqualTo(1);
      assertThat(storage.members().list(tenant))
          .filteredOn(member -> member.role() == Role.OWNER)
          .hasSize(1);
      assertThat(operations()).hasSize(before + 1);
    }
  }

  @Test
  void letsNoOneActInARoleThatIsBeingTakenFromThem() throws Exception {
    for (int round = 0; round < 5; round++) {
      tenant = created(TestObjects.tenant());
      var owner = joined(Role.OWNER);
      var admin = joined(Role.ADMIN);
      var viewer = joined(Role.VIEWER);

      together(
          () -> storage.members().changeRole(tenant, admin, Role.VIEWER, person(owner)),
          () -> storage.members().changeRole(tenant, viewer, Role.ADMIN, person(admin)));

      var targets =
          storage
              .audit()
              .entries(tenant)
              .filter(entry -> entry.event().operation() == Operation.MEMBER_ROLE_CHANGED)
              .map(entry -> entry.event().target().id())
              .toList();
      assertThat(targets).isIn(List.of(admin.value()), List.of(viewer.value(), admin.value()));
      assertThat(new VerifyAudit(storage.audit()).verify(tenant))
          .isEqualTo(new Intact(3 + targets.size()));
    }
  }

  @Test
  void listsTheTenantsOfAPersonInOrderAndNobodyElses() {
    storage.members().add(tenant, new Member(user, Role.VIEWER, TestObjects.NOW), Actor.platform());
    storage
        .members()
        .add(otherTenant, new Member(user, Role.OWNER, TestObjects.NOW), Actor.platform());
    joined(Role.OWNER);

    var memberships = storage.members().ofUser(user);
    assertThat(memberships)
        .containsExactlyInAnyOrder(
            new Membership(tenant, Role.VIEWER), new Membership(otherTenant, Role.OWNER));
    assertThat(memberships).extracting(membership -> membership.tenant().value()).isSorted();
  }

  @Test
  void listsAtMostAHundredTenantsOfAPerson() {
    for (int i = 0; i < 101; i++) {
      storage
          .members()
          .add(TenantId.random(), new Member(user, Role.VIEWER, TestObjects.NOW), Actor.platform());
    }

    assertThat(storage.members().ofUser(user)).hasSize(100);
  }

  private UserId joined(Role role) {
    var joining = new UserId(UUID.randomUUID().toString());
    storage.members().add(tenant, new Member(joining, role, TestObjects.NOW), Actor.platform());
    return joining;
  }

  private static Actor person(UserId id) {
    return Actor.person(id.value(), null);
  }

  private List<Operation> operations() {
    return storage.audit().entries(tenant).map(entry -> entry.event().operation()).toList();
  }

  private static void refused(UserId actor, Consumer<Actor> request) {
    assertThatThrownBy(() -> request.accept(person(actor)))
        .isInstanceOf(DomainException.RoleTooLow.class);
  }

  /** How many of them were not refused. */
  private static int together(Runnable... requests) throws Exception {
    var start = new CyclicBarrier(requests.length);
    int done = 0;
    try (var threads = Executors.newFixedThreadPool(requests.length)) {
      var tasks =
          List.of(requests).stream()
              .map(request ->
                  (Callable<Boolean>)
                      () -> {
                        start.await();
                        try {
                          request.run();
                          return true;
                        } catch (DomainException refused) {
                          return false;
                        }
                      })
              .toList();
      for (var result : threads.invokeAll(tasks)) {
        done += result.get() ? 1 : 0;
      }
    }
    return done;
  }
}
