package io.feedbackplatform.core.parking;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.parking.ParkedRecord.Reason;
import io.feedbackplatform.core.recount.RecountReport;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RedriveParkedTest {

  private static final RecountReport EXACT = new RecountReport(1, 0, 4, List.of(), List.of());
  private static final RecountReport UNREADABLE = new RecountReport(1, 1, 0, List.of(), List.of());

  private final TenantId gone = TenantId.random();
  private final TenantId whole = TenantId.random();
  private final TenantId damaged = TenantId.random();
  private final List<TenantId> recounted = new ArrayList<>();
  private final InMemoryParkedRecords parked = new InMemoryParkedRecords();
  private final RedriveParked redrive = new RedriveParked(parked, this::recount);

  @Test
  void goesOnPastATenantThatCannotBeRecounted() {
    park(gone, gone, damaged, whole, whole);

    var report = redrive.redrive(() -> true);

    assertThat(report.removed()).isEqualTo(2);
    assertThat(report.left()).isEqualTo(3);
    assertThat(report.exact()).containsExactly(whole);
    assertThat(report.inexact()).containsExactly(gone, damaged);
    assertThat(report.failures()).containsOnlyKeys(gone);
    assertThat(parked.waiting())
        .extracting(ParkedRecord::tenant)
        .containsExactlyInAnyOrder(gone, gone, damaged);
    assertThat(recounted).containsExactly(gone, damaged, whole);
  }

  @Test
  void leavesWhatThereIsNoTimeFor() {
    park(whole);

    var report = redrive.redrive(() -> false);

    assertThat(report.inexact()).containsExactly(whole);
    assertThat(parked.waiting()).hasSize(1);
    assertThat(recounted).isEmpty();
  }

  private RecountReport recount(TenantId tenant, BooleanSupplier hasTime) {
    recounted.add(tenant);
    if (tenant.equals(gone)) {
      throw new DomainException.NotFound();
    }
    return tenant.equals(damaged) ? UNREADABLE : EXACT;
  }

  private void park(TenantId... tenants) {
    for (var tenant : tenants) {
      parked.park(
          new ParkedRecord(tenant, "event-" + tenant, null, null, null, Reason.UNREADABLE, "Oops"));
    }
  }
}
