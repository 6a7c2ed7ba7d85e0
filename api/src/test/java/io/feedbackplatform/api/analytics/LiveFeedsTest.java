package io.feedbackplatform.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.feedbackplatform.api.problem.ProblemException;
import io.feedbackplatform.api.tenant.TenantDirectory;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.analytics.AnalyticsStore;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class LiveFeedsTest {

  @Autowired Storage storage;
  @Autowired TenantDirectory tenants;
  @Autowired JsonMapper json;
  @Autowired Clock clock;

  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicBoolean away = new AtomicBoolean();
  private TenantId tenant;
  private LiveFeeds feeds;

  @BeforeEach
  void open() {
    tenant = TestTenant.in(storage).id();
    feeds = new LiveFeeds(new ReadLiveFigures(counted(storage.analytics()), tenants, json, clock));
  }

  @Test
  void readsOnceForAllWhoListenToATenantAndStopsWithTheLast() {
    var feed = feeds.join(tenant);
    for (int more = 1; more < LiveFeeds.MOST_LISTENERS; more++) {
      assertThat(feeds.join(tenant)).isSameAs(feed);
    }
    await().until(() -> reads.get() >= 2);
    var before = reads.get();
    var began = System.nanoTime();
    await().until(() -> reads.get() >= before + 4);
    // Fifty readers would have needed a fraction of that.
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(1400));

    for (int each = 0; each < LiveFeeds.MOST_LISTENERS; each++) {
      feeds.leave(tenant);
    }
    assertThat(feeds.join(tenant)).isNotSameAs(feed);
    feeds.leave(tenant);
    var atTheEnd = reads.get();
    await().during(Duration.ofMillis(1200)).until(() -> reads.get() <= atTheEnd + 1);
  }

  @Test
  void hasRoomForAnotherTenantWhenOneIsFull() {
    for (int each = 0; each < LiveFeeds.MOST_LISTENERS; each++) {
      feeds.join(tenant);
    }
    assertThatThrownBy(() -> feeds.join(tenant))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("50 streams");
    var other = TestTenant.in(storage).id();
    assertThat(feeds.join(other)).isNotNull();
    feeds.leave(other);

    feeds.leave(tenant);
    assertThat(feeds.join(tenant)).isNotNull();
    for (int each = 0; each < LiveFeeds.MOST_LISTENERS; each++) {
      feeds.leave(tenant);
    }
  }

  @Test
  void goesOnWhenStorageIsBack() {
    var feed = feeds.join(tenant);
    var known = feed.latest();
    away.set(true);
    var before = reads.get();
    await().until(() -> reads.get() >= before + 2);
    assertThat(feed.latest()).isEqualTo(known);

    away.set(false);
    var after = reads.get();
    await().until(() -> reads.get() >= after + 2);
    feeds.leave(tenant);
  }

  @Test
  void readsNothingOlderThanBefore() {
    var seen = LiveState.parse("100-5-5");

    assertThat(seen.covers(LiveState.parse("100-5-5"))).isTrue();
    assertThat(seen.covers(LiveState.parse("100-4-5"))).isTrue();
    assertThat(seen.covers(LiveState.parse("100-6-5"))).isFalse();
    assertThat(seen.covers(LiveState.parse("100-5-6"))).isFalse();
    assertThat(seen.covers(LiveState.parse("200-5-0"))).isFalse();
    assertThat(seen).hasToString("100-5-5");
  }

  private AnalyticsStore counted(AnalyticsStore store) {
    return (AnalyticsStore)
        Proxy.newProxyInstance(
            AnalyticsStore.class.getClassLoader(),
            new Class<?>[] {AnalyticsStore.class},
            (_, method, arguments) -> {
              reads.incrementAndGet();
              if (away.get()) {
                throw new IllegalStateException("storage is away");
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }
}
