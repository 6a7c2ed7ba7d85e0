package io.feedbackplatform.core.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RecountTenantsTest {

  private static final Counts FIVE = Counts.ofOne(5, Sentiment.POSITIVE);
  private static final Patience SHORT = new Patience(Duration.ofMillis(1), Duration.ofMillis(20));

  private final InMemoryStorage storage = new InMemoryStorage(new MutableClock(TestObjects.NOW));
  private final RecountTenants recounts =
      new RecountTenants(
          storage.tenantRegister(),
          new RecountTenant(storage.recounts(), storage.sites(), ForwardingFences.open(), SHORT));
  private final List<TenantId> recounted = new ArrayList<>();
  private final Set<TenantId> failed = new HashSet<>();
  private final List<TenantId> late = new ArrayList<>();
  private int drift;
  private int unsettled;
  private long unsettledPast;

  private final RecountTenants.Listener listener =
      new RecountTenants.Listener() {
        @Override
        public void recounted(TenantId tenant, RecountReport report) {
          recounted.add(tenant);
          drift += report.drift().size();
          unsettled += report.unsettled().size();
          unsettledPast += report.unsettledPast(TestObjects.NOW);
        }

        @Override
        public void failed(TenantId tenant, RuntimeException failure) {
          failed.add(tenant);
        }

        @Override
        public void late(TenantId tenant) {
          late.add(tenant);
        }
      };

  @Test
  void recountsEveryTenantOnceAndRepairs() {
    var tenants = tenants(230);
    var total = new CounterKey(new Scope.Tenant(), new Bucket.Total());
    count(tenants.get(17), CounterChange.counted(total, FIVE));

    assertThat(recounts.run(() -> true, listener)).isTrue();
    assertThat(recounted).containsExactlyInAnyOrderElementsOf(tenants);
    assertThat(drift).isEqualTo(1);

    assertThat(recounts.run(() -> true, listener)).isTrue();
    assertThat(drift).isEqualTo(1);
  }

  @Test
  void stopsInTimeAndBeginsSomewhereElseTheNextTime() {
    var tenants = tenants(20);
    var firsts = new HashSet<TenantId>();

    for (int night = 0; night < 100; night++) {
      recounted.clear();
      var left = new AtomicInteger(4);
      assertThat(recounts.run(() -> left.getAndDecrement() > 0, listener)).isFalse();
      assertThat(recounted).isNotEmpty().hasSizeLessThan(tenants.size());
      firsts.add(recounted.getFirst());
    }

    assertThat(firsts).hasSizeGreaterThan(5);
  }

  /** That night is over; the next begins with others. */
  @Test
  void stopsWithinATenantThatThereIsNoTimeLeftFor() {
    var tenants = tenants(3);

    assertThat(runUntilRead(2)).isFalse();

    assertThat(recounted).hasSize(1);
    assertThat(failed).isEmpty();
    assertThat(late).hasSize(1).isSubsetOf(tenants).doesNotContainAnyElementsOf(recounted);
  }

  @Test
  void failsWhenTheFirstTenantTakesAllTheTime() {
    var tenants = tenants(3);

    assertThat(runUntilRead(1)).isFalse();

    assertThat(recounted).isEmpty();
    assertThat(failed).hasSize(1).isSubsetOf(tenants);
  }

  /**
   * @param tenants how many are read until there is no time left
   */
  private boolean runUntilRead(int tenants) {
    var read = new AtomicInteger();
    var slow =
        new ForwardingRecountStore(storage.recounts()) {
          @Override
          public Recount recount(TenantId tenant, BooleanSupplier hasTime) {
            read.incrementAndGet();
            return super.recount(tenant, hasTime);
          }
        };
    return new RecountTenants(
            storage.tenantRegister(),
            new RecountTenant(slow, storage.sites(), ForwardingFences.open(), SHORT))
        .run(() -> read.get() < tenants, listener);
  }

  /** What it has not compared is not known to be at fault. */
  @Test
  void reportsNothingForUnsettledThatThereWasNoTimeFor() {
    var day = new Bucket.Day(LocalDate.ofInstant(TestObjects.NOW, ZoneOffset.UTC).minusDays(4));
    for (var tenant : tenants(3)) {
      count(tenant, CounterChange.counted(new CounterKey(new Scope.Tenant(), day), FIVE));
    }
    var fenced = new AtomicInteger();
    var fences =
        new ForwardingFences(ForwardingFences.open()) {
          @Override
          public Fence set(TenantId tenant) {
            fenced.incrementAndGet();
            return super.set(tenant);
          }

          @Override
          public boolean isPassed(TenantId tenant, Fence fence) {
            return fenced.get() < 2;
          }
        };
    var run =
        new RecountTenants(
            storage.tenantRegister(),
            new RecountTenant(storage.recounts(), storage.sites(), fences, SHORT));

    assertThat(run.run(() -> fenced.get() < 2, listener)).isFalse();

    assertThat(recounted).hasSize(2);
    assertThat(failed).isEmpty();
    assertThat(unsettled).isEqualTo(1);
    assertThat(unsettledPast).isZero();
  }

  @Test
  void goesOnPastATenantThatCannotBeRecounted() {
    var tenants = tenants(5);
    var failing =
        new ForwardingRecountStore(storage.recounts()) {
          @Override
          public Recount recount(TenantId tenant, BooleanSupplier hasTime) {
            if (tenant.equals(tenants.get(2))) {
              throw new IllegalStateException("throttled");
            }
            return super.recount(tenant, hasTime);
          }
        };

    new RecountTenants(
            storage.tenantRegister(),
            new RecountTenant(failing, storage.sites(), ForwardingFences.open(), SHORT))
        .run(() -> true, listener);

    assertThat(failed).containsExactly(tenants.get(2));
    assertThat(recounted).hasSize(4);
  }

  @Test
  void tellsWhatWasRepairedBeforeItFailed() {
    var tenant = tenants(1).getFirst();
    for (int day : List.of(21, 22)) {
      var bucket = new Bucket.Day(LocalDate.of(2026, 11, day));
      count(tenant, CounterChange.counted(new CounterKey(new Scope.Tenant(), bucket), FIVE));
    }
    var repaired = new AtomicInteger();
    var failing =
        new ForwardingRecountStore(storage.recounts()) {
          @Override
          public boolean repair(TenantId of, Repair repair) {
            if (repaired.getAndIncrement() > 0) {
              throw new IllegalStateException("throttled");
            }
            return super.repair(of, repair);
          }
        };

    new RecountTenants(
            storage.tenantRegister(),
            new RecountTenant(failing, storage.sites(), ForwardingFences.open(), SHORT))
        .run(() -> true, listener);

    assertThat(failed).containsExactly(tenant);
    assertThat(drift).isEqualTo(1);
  }

  private void count(TenantId tenant, CounterChange wrong) {
    var event = new CountedEvent(UUID.randomUUID().toString(), null, List.of(wrong));
    storage.counters().count(tenant, List.of(event));
  }

  private List<TenantId> tenants(int count) {
    var tenants = new ArrayList<TenantId>();
    for (int i = 0; i < count; i++) {
      var tenant = TestObjects.tenant();
      storage.tenants().create(tenant);
      tenants.add(tenant.id());
    }
    return tenants;
  }
}
