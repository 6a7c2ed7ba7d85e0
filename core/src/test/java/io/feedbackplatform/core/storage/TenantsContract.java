package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.tenant.Deletion;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.SentimentBy;
import io.feedbackplatform.core.tenant.Suspension;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.TenantSettings;
import io.feedbackplatform.core.tenant.TenantState;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class TenantsContract extends StorageContract {

  @Test
  void findsWhatWasCreated() {
    var created =
        new Tenant(
            TenantId.random(),
            "Fabrikam",
            7,
            0,
            TestObjects.NOW,
            Plan.ENTERPRISE,
            new TenantSettings(
                ZoneId.of("Asia/Kathmandu"), SentimentBy.COMPREHEND, TestObjects.NOW),
            null,
            null);

    storage.tenants().create(created);

    assertThat(storage.tenants().find(created.id())).contains(created);
  }

  @Test
  void keepsTheFirstWhenATenantIsCreatedTwice() {
    var first = TestObjects.tenant();
    storage.tenants().create(first);

    storage
        .tenants()
        .create(new Tenant(first.id(), "Usurper", 3, 1, TestObjects.NOW.plusSeconds(1)));

    assertThat(storage.tenants().find(first.id())).contains(first);
  }

  @Test
  void doesNotFindATenantThatWasNeverCreated() {
    assertThat(storage.tenants().find(TenantId.random())).isEmpty();
    assertThat(storage.tenants().find(tenant)).isPresent();
  }

  @Test
  void isActiveOnTheFreePlanUnlessToldOtherwise() {
    var named = created(Tenant.named(TenantId.random(), "Northwind", TestObjects.NOW));
    var found = storage.tenants().find(named).orElseThrow();

    assertThat(found.state()).isEqualTo(TenantState.ACTIVE);
    assertThat(found.plan()).isEqualTo(Plan.FREE);
  }

  @Test
  void changesNameAndPlanInOneAuditedStep() {
    change(new TenantChange.Edit("Northwind Tea", Plan.PRO));

    assertThat(storage.tenants().find(tenant))
        .hasValueSatisfying(found -> {
          assertThat(found.name()).isEqualTo("Northwind Tea");
          assertThat(found.plan()).isEqualTo(Plan.PRO);
        });
    assertThat(operations()).containsExactly(Operation.TENANT_CHANGED);
    var entry = storage.audit().entries(tenant).toList().getFirst().event();
    assertThat(entry.actor()).isEqualTo(OPERATOR);
    assertThat(entry.fields()).containsExactly("name", "plan");
  }

  @Test
  void configuresInOneAuditedStepWhileItIsActive() {
    assertThat(storage.tenants().find(tenant).orElseThrow().settings())
        .isEqualTo(TenantSettings.DEFAULT);

    change(new TenantChange.Configure(ZoneId.of("Europe/Berlin"), null));
    change(new TenantChange.Configure(ZoneId.of("Europe/Berlin"), SentimentBy.LEXICON));

    var berlin = new TenantSettings(ZoneId.of("Europe/Berlin"), SentimentBy.LEXICON);
    assertThat(storage.tenants().find(tenant).orElseThrow().settings()).isEqualTo(berlin);
    assertThat(operations()).containsExactly(Operation.SETTINGS_CHANGED);
    assertThat(storage.audit().entries(tenant).toList().getFirst().event().fields())
        .containsExactly("timeZone");

    change(new TenantChange.Suspend("Invoices unpaid."));
    assertThatExceptionOfType(DomainException.TenantSuspended.class)
        .isThrownBy(() -> change(new TenantChange.Configure(null, SentimentBy.COMPREHEND)));
    change(new TenantChange.Reactivate());
    assertThat(storage.tenants().find(tenant).orElseThrow().settings()).isEqualTo(berlin);
  }

  @Test
  void keepsSinceWhenAnotherJudges() {
    change(new TenantChange.Configure(null, SentimentBy.COMPREHEND));
    var chosen = storage.tenants().find(tenant).orElseThrow().settings();
    change(new TenantChange.Configure(ZoneId.of("Europe/Berlin"), SentimentBy.COMPREHEND));

    assertThat(chosen.sentimentBySince()).isEqualTo(TestObjects.NOW);
    assertThat(storage.tenants().find(tenant).orElseThrow().settings())
        .isEqualTo(
            new TenantSettings(
                ZoneId.of("Europe/Berlin"), SentimentBy.COMPREHEND, TestObjects.NOW));
  }

  @Test
  void suspendsAndReactivatesAndWritesNothingWhenNothingChanges() {
    change(new TenantChange.Reactivate());
    change(new TenantChange.Suspend("Invoices unpaid."));
    var again = change(new TenantChange.Suspend("Another reason."));
    assertThat(again.state()).isEqualTo(TenantState.SUSPENDED);
    assertThat(again.suspension()).isEqualTo(new Suspension("Invoices unpaid.", TestObjects.NOW));
    assertThatExceptionOfType(DomainException.TenantSuspended.class)
        .isThrownBy(again::requireWritable);

    var active = change(new TenantChange.Reactivate());
    change(new TenantChange.Reactivate());

    active.requireWritable();
    assertThat(storage.tenants().find(tenant)).contains(active);
    assertThat(operations())
        .containsExactly(Operation.TENANT_SUSPENDED, Operation.TENANT_REACTIVATED);
  }

  @Test
  void cancelsADeletionToTheStateBefore() {
    change(new TenantChange.Suspend("Invoices unpaid."));
    var scheduled = change(new TenantChange.ScheduleDeletion(30));
    clock.advance(Duration.ofDays(1));
    assertThat(change(new TenantChange.ScheduleDeletion(90))).isEqualTo(scheduled);
    assertThat(scheduled.state()).isEqualTo(TenantState.DELETION_SCHEDULED);
    assertThat(scheduled.deletion())
        .isEqualTo(
            new Deletion(
                OPERATOR.id(), TestObjects.NOW, TestObjects.NOW.plus(Duration.ofDays(30)), null));
    assertThatExceptionOfType(DomainException.TenantDeletionScheduled.class)
        .isThrownBy(scheduled::requireWritable);
    assertThatExceptionOfType(DomainException.TenantConflict.class)
        .isThrownBy(() -> change(new TenantChange.Reactivate()));

    var cancelled = change(new TenantChange.CancelDeletion());

    assertThat(cancelled.state()).isEqualTo(TenantState.SUSPENDED);
    assertThat(storage.tenants().find(tenant)).contains(cancelled);
    assertThat(operations())
        .containsExactly(
            Operation.TENANT_SUSPENDED,
            Operation.TENANT_DELETION_SCHEDULED,
            Operation.TENANT_DELETION_CANCELLED);
  }

  @Test
  void changesNoTenantThatIsNone() {
    assertThatExceptionOfType(DomainException.NotFound.class)
        .isThrownBy(() ->
            storage
                .tenants()
                .change(TenantId.random(), new TenantChange.Suspend("No reason."), OPERATOR));
  }

  private static final Actor OPERATOR = Actor.operator("grace", "192.0.2.7");

  private Tenant change(TenantChange change) {
    return storage.tenants().change(tenant, change, OPERATOR);
  }

  private List<Operation> operations() {
    return storage.audit().entries(tenant).map(entry -> entry.event().operation()).toList();
  }
}
