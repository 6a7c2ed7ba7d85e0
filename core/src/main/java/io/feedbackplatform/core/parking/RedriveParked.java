package io.feedbackplatform.core.parking;

import io.feedbackplatform.core.parking.ParkedRecords.Receipt;
import io.feedbackplatform.core.recount.RecountReport;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Makes the counters right of the tenants whose records are parked, and forgets these records. A
 * recount needs no record: the feedback itself tells what is to be counted.
 */
public final class RedriveParked {

  /** So many records are dealt with at once, that none comes into sight again meanwhile. */
  private static final int MOST_RECORDS = 1_000;

  private final ParkedRecords parked;
  private final TenantRecount recount;

  /** Recounts a tenant and repairs what does not fit. */
  @FunctionalInterface
  public interface TenantRecount {
    RecountReport recountAndRepair(TenantId tenant, BooleanSupplier hasTime);
  }

  public RedriveParked(ParkedRecords parked, TenantRecount recount) {
    this.parked = parked;
    this.recount = recount;
  }

  /**
   * What a run has done.
   *
   * @param removed records that were forgotten, since their tenant's counters are exact
   * @param left records that stay parked: of tenants that are not, and of no tenant
   * @param exact tenants whose counters are exact now
   * @param inexact tenants whose counters are not, since something of theirs cannot be read or
   *     keeps changing, or since their recount failed
   * @param failures of these recounts
   */
  public record Report(
      int removed,
      int left,
      List<TenantId> exact,
      List<TenantId> inexact,
      Map<TenantId, RuntimeException> failures) {}

  /**
   * @param hasTime asked before each step that takes long
   */
  public Report redrive(BooleanSupplier hasTime) {
    int left = 0;
    // All are received before anything is read, so that each change is there when it is.
    var byTenant = new LinkedHashMap<TenantId, List<Receipt>>();
    for (var receipt : receive()) {
      var tenant = receipt.record().tenant();
      if (tenant == null) {
        parked.release(receipt);
        left++;
      } else {
        byTenant.computeIfAbsent(tenant, id -> new ArrayList<>()).add(receipt);
      }
    }
    return redrive(byTenant, left, hasTime);
  }

  private Report redrive(
      Map<TenantId, List<Receipt>> byTenant, int ofNobody, BooleanSupplier hasTime) {
    int removed = 0;
    int left = ofNobody;
    var exact = new ArrayList<TenantId>();
    var inexact = new ArrayList<TenantId>();
    var failures = new LinkedHashMap<TenantId, RuntimeException>();
    for (var ofTenant : byTenant.entrySet()) {
      var tenant = ofTenant.getKey();
      var receipts = ofTenant.getValue();
      try {
        if (hasTime.getAsBoolean() && recount.recountAndRepair(tenant, hasTime).isExact()) {
          receipts.forEach(parked::remove);
          removed += receipts.size();
          exact.add(tenant);
          continue;
        }
      } catch (RuntimeException failure) {
        // One that has gone, say, is not to keep the others from their recount.
        failures.put(tenant, failure);
      }
      receipts.forEach(parked::release);
      left += receipts.size();
      inexact.add(tenant);
    }
    return new Report(removed, left, exact, inexact, failures);
  }

  private List<Receipt> receive() {
    var all = new ArrayList<Receipt>();
    for (var some = parked.receive(); !some.isEmpty(); some = parked.receive()) {
      all.addAll(some);
      if (all.size() >= MOST_RECORDS) {
        break;
      }
    }
    return all;
  }
}
