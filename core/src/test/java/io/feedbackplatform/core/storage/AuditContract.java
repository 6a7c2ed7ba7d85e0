package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.audit.AuditVerdict;
import io.feedbackplatform.core.audit.AuditVerdict.Broken;
import io.feedbackplatform.core.audit.AuditVerdict.Fault;
import io.feedbackplatform.core.audit.AuditVerdict.Intact;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.audit.VerifyAudit;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class AuditContract extends StorageContract {

  private static final int WRITERS = 8;
  private static final int CHANGES_OF_EACH = 4;
  private static final int ENTRIES = 5;

  /** Changes what is stored, past all rules; null removes. */
  protected abstract void forge(TenantId of, long sequence, @Nullable AuditEntry entry);

  protected abstract void forge(TenantId of, AuditHead head);

  @Test
  void tellsWhoDidWhatWhenFromWhereToWhat() {
    var owner = add("owner", Role.OWNER);
    add("viewer", Role.VIEWER);
    clock.advance(Duration.ofMinutes(5));

    storage
        .members()
        .changeRole(
            tenant, new UserId("viewer"), Role.AGENT, Actor.person(owner.value(), "203.0.113.7"));

    var newest = storage.audit().list(tenant, 1, null).items().getFirst();
    assertThat(newest.sequence()).isEqualTo(3);
    assertThat(newest.event())
        .isEqualTo(
            new AuditEvent(
                Actor.person("owner", "203.0.113.7"),
                Operation.MEMBER_ROLE_CHANGED,
                TestObjects.NOW.plus(Duration.ofMinutes(5)),
                new Target(Target.Kind.MEMBER, "viewer"),
                List.of("role")));
    assertThat(newest.previous()).isEqualTo(entries().get(1).hash());
    assertThat(storage.audit().head(tenant)).contains(newest.asHead());
  }

  @Test
  void isReadFromAnyPlaceOn() {
    addFive();

    assertThat(storage.audit().entries(tenant, 1).toList()).isEqualTo(entries());
    assertThat(storage.audit().entries(tenant, 4).toList()).isEqualTo(entries().subList(3, 5));
    assertThat(storage.audit().entries(tenant, 6)).isEmpty();
    assertThat(storage.audit().entries(otherTenant, 1)).isEmpty();
  }

  @Test
  void belongsToOneTenant() {
    add("member", Role.VIEWER);

    assertThat(storage.audit().list(otherTenant, 10, null).items()).isEmpty();
    assertThat(storage.audit().entries(otherTenant)).isEmpty();
    assertThat(storage.audit().head(otherTenant)).isEmpty();
    assertThat(verify(otherTenant)).isEqualTo(new Intact(0));
    assertThat(storage.audit().list(tenant, 10, null).items()).hasSize(1);
  }

  @Test
  void isReadPageByPageNewestFirst() {
    addFive();

    var first = storage.audit().list(tenant, 2, null);
    var second = storage.audit().list(tenant, 2, first.next());
    var last = storage.audit().list(tenant, 2, second.next());

    assertThat(first.items()).extracting(AuditEntry::sequence).containsExactly(5L, 4L);
    assertThat(second.items()).extracting(AuditEntry::sequence).containsExactly(3L, 2L);
    assertThat(last.items()).extracting(AuditEntry::sequence).containsExactly(1L);
    assertThat(last.next()).isNull();
    assertThat(storage.audit().list(tenant, 5, null).next()).isNull();
    assertThat(storage.audit().list(tenant, 5, 1L).items()).isEmpty();
  }

  @Test
  void hasNoEntryOfWhatWasRefusedOrChangedNothing() {
    var owner = add("owner", Role.OWNER);
    var self = Actor.person(owner.value(), null);

    assertThatThrownBy(() -> storage.members().remove(tenant, owner, self))
        .isInstanceOf(DomainException.LastOwner.class);
    assertThatThrownBy(() -> storage.members().remove(tenant, new UserId("nobody"), self))
        .isInstanceOf(DomainException.NotFound.class);
    storage.members().changeRole(tenant, owner, Role.OWNER, self);
    add("owner", Role.VIEWER);

    assertThat(entries()).hasSize(1);
    assertThat(storage.members().find(tenant, owner).orElseThrow().role()).isEqualTo(Role.OWNER);
  }

  @Test
  void staysOneChainWithoutGapsUnderConcurrentWriters() throws Exception {
    var start = new CyclicBarrier(WRITERS);
    var writers = new ArrayList<Callable<@Nullable Void>>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int number = writer;
      writers.add(() -> {
        start.await();
        for (int change = 0; change < CHANGES_OF_EACH; change++) {
          add("w" + number + "-" + change, Role.VIEWER);
        }
        return null;
      });
    }
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      for (var done : threads.invokeAll(writers)) {
        done.get();
      }
    }

    int changes = WRITERS * CHANGES_OF_EACH;
    assertThat(entries())
        .extracting(AuditEntry::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, changes).boxed().toList());
    assertThat(entries())
        .extracting(entry -> entry.event().target().id())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            storage.members().list(tenant).stream().map(member -> member.user().value()).toList());
    assertThat(verify(tenant)).isEqualTo(new Intact(changes));
  }

  @Test
  void showsAChangedEntryAtEachPlace() {
    addFive();
    for (var entry : entries()) {
      var event = entry.event();
      var changed =
          new AuditEvent(
              event.actor(),
              event.operation(),
              event.at().plusMillis(1),
              event.target(),
              List.of());
      forge(
          tenant,
          entry.sequence(),
          new AuditEntry(entry.sequence(), changed, entry.previous(), entry.hash()));

      assertThat(verify(tenant)).isEqualTo(new Broken(entry.sequence(), Fault.ALTERED));
      forge(tenant, entry.sequence(), entry);
    }
    assertThat(verify(tenant)).isEqualTo(new Intact(ENTRIES));
  }

  @Test
  void showsAnEntryThatWasWrittenAnewWithItsHash() {
    addFive();
    for (var entry : entries()) {
      var before = new AuditHead(entry.sequence() - 1, entry.previous());
      var lie = new Target(Target.Kind.MEMBER, "somebody else");
      var event = entry.event();
      var forged =
          AuditEntry.after(
              tenant,
              before,
              new AuditEvent(event.actor(), event.operation(), event.at(), lie, event.fields()));
      forge(tenant, entry.sequence(), forged);

      assertThat(verify(tenant))
          .isEqualTo(
              entry.sequence() == ENTRIES
                  ? new Broken(ENTRIES, Fault.NOT_AS_HEAD)
                  : new Broken(entry.sequence() + 1, Fault.UNLINKED));
      forge(tenant, entry.sequence(), entry);
    }
    assertThat(verify(tenant)).isEqualTo(new Intact(ENTRIES));
  }

  @Test
  void showsARemovedEntryAtEachPlace() {
    addFive();
    for (var entry : entries()) {
      forge(tenant, entry.sequence(), null);

      assertThat(verify(tenant)).isEqualTo(new Broken(entry.sequence(), Fault.MISSING));
      forge(tenant, entry.sequence(), entry);
    }
    assertThat(verify(tenant)).isEqualTo(new Intact(ENTRIES));
  }

  @Test
  void showsSwappedEntriesAtEachPlace() {
    addFive();
    var entries = entries();
    for (int i = 0; i + 1 < ENTRIES; i++) {
      var one = entries.get(i);
      var next = entries.get(i + 1);
      forge(tenant, one.sequence(), next);
      forge(tenant, next.sequence(), one);

      assertThat(verify(tenant)).isEqualTo(new Broken(one.sequence(), Fault.ALTERED));
      forge(tenant, one.sequence(), one);
      forge(tenant, next.sequence(), next);
    }
    assertThat(verify(tenant)).isEqualTo(new Intact(ENTRIES));
  }

  @Test
  void showsATailThatWasCutOff() {
    addFive();
    var entries = entries();
    for (long kept = ENTRIES - 1; kept >= 0; kept--) {
      forge(tenant, kept + 1, null);

      assertThat(verify(tenant)).isEqualTo(new Broken(kept + 1, Fault.MISSING));
    }
    assertThat(entries).hasSize(ENTRIES);
  }

  @Test
  void showsAHeadThatWasSetBack() {
    addFive();
    for (var entry : entries().subList(0, ENTRIES - 1)) {
      forge(tenant, entry.asHead());

      assertThat(verify(tenant)).isEqualTo(new Broken(ENTRIES, Fault.NOT_AS_HEAD));
    }
    forge(tenant, entries().getLast().asHead());
    assertThat(verify(tenant)).isEqualTo(new Intact(ENTRIES));
  }

  @Test
  void showsEntriesOfAnotherTenant() {
    addFive();
    storage.members().add(otherTenant, member("member-1", Role.VIEWER), Actor.platform());
    var foreign = storage.audit().entries(otherTenant).findFirst().orElseThrow();

    forge(tenant, 1, foreign);

    assertThat(verify(tenant)).isEqualTo(new Broken(1, Fault.ALTERED));
    assertThat(verify(otherTenant)).isEqualTo(new Intact(1));
  }

  private AuditVerdict verify(TenantId of) {
    return new VerifyAudit(storage.audit()).verify(of);
  }

  private List<AuditEntry> entries() {
    return storage.audit().entries(tenant).toList();
  }

  private void addFive() {
    for (int i = 1; i <= ENTRIES; i++) {
      add("member-" + i, Role.VIEWER);
    }
  }

  private UserId add(String user, Role role) {
    storage.members().add(tenant, member(user, role), Actor.platform());
    return new UserId(user);
  }

  private static Member member(String user, Role role) {
    return new Member(new UserId(user), role, TestObjects.NOW);
  }
}
