package io.feedbackplatform.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.api.server.InProcessApi;
import io.feedbackplatform.api.server.KeyServer;
import io.feedbackplatform.api.server.RealApi;
import io.feedbackplatform.api.server.TenantWatch;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.feedback.FeedbackStore;
import io.feedbackplatform.core.isolation.WatchedStorage;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.storage.Storage;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The watch on the API's storage can fail. */
class TenantWatchIT {

  @AfterEach
  void forget() {
    MDC.clear();
  }

  @Test
  void noticesAStoreThatReadsForAnotherTenant() {
    var other = new AtomicReference<TestTenant>();
    var watch = new TenantWatch(storage -> misled(storage, other));
    try (var keyServer = KeyServer.start()) {
      var issuer = new TestIssuer(keyServer.url());
      keyServer.serve(issuer.publicKeys());
      var real = RealApi.start(new InProcessApi(watch), keyServer.url());
      var tenant = TestTenant.in(real.storage());
      var token = issuer.tokenFor(tenant.member());

      assertThat(real.calls().get("/feedback", token).statusCode()).isEqualTo(200);
      assertThat(watch.accesses()).isPositive();
      assertThat(watch.faults()).isEmpty();

      other.set(TestTenant.in(real.storage()));
      assertThat(real.calls().get("/feedback", token).statusCode()).isEqualTo(200);
      assertThat(watch.faults())
          .isNotEmpty()
          .allSatisfy(
              fault -> assertThat(fault).contains("leaves the tenant", "FeedbackStore.list"));
      assertThatThrownBy(real::close).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void noticesARequestThatAsksForAnotherTenantThanItsCallers() {
    var watch = new TenantWatch();
    Storage storage = new InMemoryStorage(Clock.systemUTC());
    var own = TestTenant.in(storage);
    var other = TestTenant.in(storage);
    var watched = WatchedStorage.of(storage, watch::judge);

    MDC.put("tenant", own.id().value());
    watched.sites().list(own.id());
    assertThat(watch.faults()).isEmpty();
    watched.sites().list(other.id());
    assertThat(watch.faults()).hasSize(1);

    MDC.remove("tenant");
    watched.members().find(other.id(), own.member());
    assertThat(watch.faults()).hasSize(1);
    watched.sites().list(own.id());
    assertThat(watch.faults()).hasSize(2);
  }

  /** Lists the feedback of the other tenant, when there is one, for whoever asks. */
  private static Storage misled(Storage storage, AtomicReference<TestTenant> other) {
    FeedbackStore store = storage.feedback();
    UnaryOperator<Object[]> swapped =
        arguments -> {
          var stranger = other.get();
          if (stranger != null && arguments != null) {
            arguments[0] = stranger.id();
          }
          return arguments;
        };
    var misled =
        Proxy.newProxyInstance(
            FeedbackStore.class.getClassLoader(),
            new Class<?>[] {FeedbackStore.class},
            (proxy, method, arguments) -> method.invoke(store, swapped.apply(arguments)));
    return (Storage)
        Proxy.newProxyInstance(
            Storage.class.getClassLoader(),
            new Class<?>[] {Storage.class},
            (proxy, method, arguments) ->
                method.getName().equals("feedback") ? misled : method.invoke(storage, arguments));
  }
}
