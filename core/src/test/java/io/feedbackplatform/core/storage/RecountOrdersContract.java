package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.recount.CarryOutRecount;
import io.feedbackplatform.core.recount.ForwardingRecountStore;
import io.feedbackplatform.core.recount.OrderRecount;
import io.feedbackplatform.core.recount.OrderedRecount;
import io.feedbackplatform.core.recount.OrderedRecount.State;
import io.feedbackplatform.core.recount.OutOfTime;
import io.feedbackplatform.core.recount.Patience;
import io.feedbackplatform.core.recount.Recount;
import io.feedbackplatform.core.recount.RecountId;
import io.feedbackplatform.core.recount.RecountReport;
import io.feedbackplatform.core.recount.RecountResult;
import io.feedbackplatform.core.recount.RecountStore;
import io.feedbackplatform.core.recount.RecountTenant;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Recounts that operators order. */
abstract class RecountOrdersContract extends StorageContract {

  private static final Actor GRACE = Actor.operator("grace", null);
  private static final CounterKey TOTAL = new CounterKey(new Scope.Tenant(), new Bucket.Total());

  private final List<RecountId> sent = new ArrayList<>();

  @Test
  void takesAnOrderAndTellsTheAudit() {
    var order = order(tenant, true);

    assertThat(sent).containsExactly(order.id());
    assertThat(find(order.id())).isEqualTo(order);
    assertThat(order.orderedBy()).isEqualTo("grace");
    assertThat(order.stateAt(clock.instant())).isEqualTo(State.QUEUED);
    var head = storage.audit().list(tenant, 1, null).items().getFirst();
    assertThat(head.event().operation()).isEqualTo(Operation.RECOUNT_ORDERED);
    assertThat(head.event().target().id()).isEqualTo(order.id().value());
    assertThat(head.event().actor()).isEqualTo(GRACE);
  }

  @Test
  void isNoneOfAnotherTenant() {
    var order = order(tenant, true);

    assertThat(storage.recountOrders().list(otherTenant)).isEmpty();
    assertThat(storage.recountOrders().find(otherTenant, order.id())).isEmpty();
    assertThatThrownBy(() -> storage.recountOrders().start(otherTenant, order.id()))
        .isInstanceOf(DomainException.NotFound.class);
    storage.recountOrders().end(otherTenant, order.id(), null);
    assertThat(find(order.id())).isEqualTo(order);
    assertThat(storage.recountOrders().start(tenant, order.id())).isPresent();
    order(otherTenant, false);
  }

  @Test
  void isOneAtATime() {
    var first = order(tenant, false);

    assertThatThrownBy(() -> order(tenant, true))
        .isInstanceOf(DomainException.RecountUnderWay.class);
    storage.recountOrders().start(tenant, first.id());
    assertThatThrownBy(() -> order(tenant, true))
        .isInstanceOf(DomainException.RecountUnderWay.class);

    storage.recountOrders().end(tenant, first.id(), null);
    var second = order(tenant, true);
    assertThat(storage.recountOrders().list(tenant))
        .extracting(OrderedRecount::id)
        .containsExactly(second.id(), first.id());
  }

  @Test
  void isOneOfManyThatAreOrderedAtOnce() throws Exception {
    var ready = new CountDownLatch(1);
    var outcomes = new ArrayList<Future<Boolean>>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        outcomes.add(
            threads.submit(() -> {
              ready.await();
              try {
                new OrderRecount(storage.recountOrders(), (of, id) -> {}, clock)
                    .order(tenant, true, GRACE);
                return true;
              } catch (DomainException.RecountUnderWay second) {
                return false;
              }
            }));
      }
      ready.countDown();
    }

    assertThat(outcomes.stream().filter(outcome -> outcome.resultNow())).hasSize(1);
    assertThat(storage.recountOrders().list(tenant)).hasSize(1);
  }

  @Test
  void doesNotWaitForOneThatIsLost() {
    var lost = order(tenant, true);
    storage.recountOrders().start(tenant, lost.id());
    clock.advance(OrderedRecount.LONGEST);

    assertThat(find(lost.id()).stateAt(clock.instant())).isEqualTo(State.FAILED);
    assertThat(storage.recountOrders().start(tenant, lost.id())).isEmpty();
    order(tenant, true);
  }

  @Test
  void hasFailedWhenNobodyCouldBeTold() {
    var failure = new IllegalStateException("no queue");

    assertThatThrownBy(() ->
            new OrderRecount(
                    storage.recountOrders(),
                    (of, id) -> {
                      throw failure;
                    },
                    clock)
                .order(tenant, true, GRACE))
        .isSameAs(failure);

    assertThat(storage.recountOrders().list(tenant))
        .singleElement()
        .satisfies(order -> assertThat(order.stateAt(clock.instant())).isEqualTo(State.FAILED));
    order(tenant, true);
  }

  @Test
  void keepsWhatWasFoundWithoutTheTenantsWords() {
    var day = new Bucket.Day(LocalDate.parse("2026-11-22"));
    var site = new CounterKey(new Scope.Site(SiteId.random()), day);
    var five = Counts.ofOne(5, Sentiment.POSITIVE);
    var report =
        new RecountReport(
            7,
            0,
            9,
            List.of(
                new RecountReport.Drift(TOTAL, five.plus(five), five, true),
                new RecountReport.Drift(
                    new CounterKey(Facet.TAG.of("secret"), day), Counts.ZERO, five, true)),
            List.of(site, new CounterKey(Facet.CATEGORY.of("secret"), day)));
    var order = order(tenant, true);
    storage.recountOrders().start(tenant, order.id());

    storage.recountOrders().end(tenant, order.id(), RecountResult.of(report));

    var kept = find(order.id());
    assertThat(kept.stateAt(clock.instant())).isEqualTo(State.DONE);
    assertThat(kept.startedAt()).isEqualTo(clock.instant());
    assertThat(kept.result()).isEqualTo(RecountResult.of(report));
    assertThat(kept.result().drift())
        .containsExactly(
            new RecountResult.Drift(TOTAL, five, true),
            new RecountResult.Drift(new CounterKey(Facet.TAG.of(""), day), five.negated(), true));
    assertThat(kept.result().open())
        .containsExactly(site, new CounterKey(Facet.CATEGORY.of(""), day));
    assertThat(kept.result().isExact()).isFalse();
    storage.recountOrders().end(tenant, order.id(), null);
    assertThat(find(order.id())).isEqualTo(kept);
    assertThat(storage.recountOrders().start(tenant, order.id())).isEmpty();
  }

  @Test
  void isCarriedOutOnceAndTellsAFailure() {
    var carryOut = new CarryOutRecount(storage.recountOrders(), recount(storage.recounts()));
    var order = order(tenant, true);

    assertThat(carryOut.carryOut(tenant, order.id(), () -> true)).isPresent();
    assertThat(carryOut.carryOut(tenant, order.id(), () -> true)).isEmpty();

    assertThat(find(order.id()).result()).isNotNull();
    assertThatThrownBy(() -> carryOut.carryOut(tenant, RecountId.next(), () -> true))
        .isInstanceOf(DomainException.NotFound.class);
    var failing = order(tenant, true);
    assertThatThrownBy(() ->
            new CarryOutRecount(storage.recountOrders(), recount(throttled()))
                .carryOut(tenant, failing.id(), () -> true))
        .hasMessage("throttled");
    assertThat(find(failing.id()).stateAt(clock.instant())).isEqualTo(State.FAILED);
  }

  @Test
  void isOverWhenItRunsOutOfTime() {
    var carryOut = new CarryOutRecount(storage.recountOrders(), recount(storage.recounts()));
    var order = order(tenant, true);

    assertThatThrownBy(() -> carryOut.carryOut(tenant, order.id(), () -> false))
        .isInstanceOf(OutOfTime.class);

    assertThat(find(order.id()).stateAt(clock.instant())).isEqualTo(State.FAILED);
    assertThat(carryOut.carryOut(tenant, order.id(), () -> true)).isEmpty();
    order(tenant, true);
  }

  @Test
  void isOfATenantThatIsThere() {
    assertThatThrownBy(() -> order(TenantId.random(), true))
        .isInstanceOf(DomainException.NotFound.class);
  }

  private RecountStore throttled() {
    return new ForwardingRecountStore(storage.recounts()) {
      @Override
      public Recount recount(TenantId of, BooleanSupplier hasTime) {
        throw new IllegalStateException("throttled");
      }
    };
  }

  private RecountTenant recount(RecountStore store) {
    return new RecountTenant(
        store,
        storage.sites(),
        storage.fences(),
        new Patience(Duration.ofMillis(1), Duration.ofMillis(20)));
  }

  private OrderedRecount order(TenantId of, boolean repair) {
    return new OrderRecount(storage.recountOrders(), (to, id) -> sent.add(id), clock)
        .order(of, repair, GRACE);
  }

  private OrderedRecount find(RecountId id) {
    return storage.recountOrders().find(tenant, id).orElseThrow();
  }
}
