package io.feedbackplatform.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantState;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TenantDirectoryTest {

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final InMemoryStorage storage = new InMemoryStorage(clock);
  private final TenantDirectory directory =
      new TenantDirectory(
          storage.tenants(), () -> Duration.between(TestObjects.NOW, clock.instant()).toNanos());

  @Test
  void heedsAChangeAfterFourSeconds() {
    var tenant = TestObjects.tenant();
    storage.tenants().create(tenant);
    assertThat(directory.find(tenant.id()).map(Tenant::state)).contains(TenantState.ACTIVE);
    storage
        .tenants()
        .change(tenant.id(), new TenantChange.Suspend("Unpaid."), Actor.operator("grace", null));

    clock.advance(Duration.ofMillis(3_900));
    assertThat(directory.find(tenant.id()).map(Tenant::state)).contains(TenantState.ACTIVE);
    clock.advance(Duration.ofMillis(200));

    assertThat(directory.find(tenant.id()).map(Tenant::state)).contains(TenantState.SUSPENDED);
  }

  @Test
  void seesATenantAsSoonAsItIsThere() {
    var tenant = TestObjects.tenant();
    assertThat(directory.find(tenant.id())).isEmpty();

    storage.tenants().create(tenant);

    assertThat(directory.find(tenant.id())).isPresent();
  }

  @Test
  void remembersATimeZoneForAMinute() {
    var tenant = TestObjects.tenant();
    storage.tenants().create(tenant);
    var former = tenant.settings().timeZone();
    var chosen = ZoneId.of("Asia/Kathmandu");
    assertThat(directory.timeZone(tenant.id())).isEqualTo(former);
    storage
        .tenants()
        .change(
            tenant.id(), new TenantChange.Configure(chosen, null), Actor.operator("grace", null));

    clock.advance(Duration.ofSeconds(59));
    assertThat(directory.timeZone(tenant.id())).isEqualTo(former);
    clock.advance(Duration.ofSeconds(2));
    assertThat(directory.timeZone(tenant.id())).isEqualTo(chosen);
  }

  @Test
  void heedsAtOnceWhatItIsToForget() {
    var tenant = TestObjects.tenant();
    storage.tenants().create(tenant);
    directory.timeZone(tenant.id());
    var chosen = ZoneId.of("Asia/Kathmandu");
    storage
        .tenants()
        .change(
            tenant.id(), new TenantChange.Configure(chosen, null), Actor.operator("grace", null));

    directory.forget(tenant.id());

    assertThat(directory.timeZone(tenant.id())).isEqualTo(chosen);
  }
}
