package io.feedbackplatform.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.SentimentBy;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderAssessmentsTest {

  private final InMemoryStorage storage = new InMemoryStorage(new MutableClock(TestObjects.NOW));
  private final List<TenantId> read = new ArrayList<>();
  private final List<AssessmentOrder> placed = new ArrayList<>();
  private final List<TenantId> unreadable = new ArrayList<>();
  private final OrderAssessments ordering =
      new OrderAssessments(
          tenant -> {
            read.add(tenant);
            return storage.tenants().find(tenant);
          },
          placed::addAll);

  @Test
  void ordersForTheTenantsThatWantItAndReadsEachOnce() {
    var wanting = tenant(SentimentBy.COMPREHEND);
    var other = tenant(SentimentBy.LEXICON);
    var first = order(wanting);
    var second = order(wanting);

    int count =
        place(ordering, List.of(first, order(other), second, order(other), order(stranger())));

    assertThat(count).isEqualTo(2);
    assertThat(placed).containsExactly(first, second);
    assertThat(read).hasSize(3);
  }

  @Test
  void ordersOnceWhatComesTwice() {
    var order = order(tenant(SentimentBy.COMPREHEND));

    place(ordering, List.of(order, order));

    assertThat(placed).containsExactly(order);
  }

  @Test
  void heedsTheSwitchAsSoonAsItIsMade() {
    var tenant = tenant(SentimentBy.COMPREHEND);
    var order = order(tenant);
    place(ordering, List.of(order));
    configure(tenant, SentimentBy.LEXICON);

    place(ordering, List.of(order(tenant)));

    assertThat(placed).containsExactly(order);
  }

  @Test
  void ordersNothingForATenantThatIsSuspended() {
    var tenant = tenant(SentimentBy.COMPREHEND);
    storage
        .tenants()
        .change(tenant, new TenantChange.Suspend("Unpaid."), Actor.operator("grace", "192.0.2.7"));

    assertThat(place(ordering, List.of(order(tenant)))).isZero();
  }

  @Test
  void passesOnWhatKeepsOrdersFromBeingKept() {
    var full =
        new OrderAssessments(
            storage.tenants()::find,
            orders -> {
              throw new IllegalStateException("full");
            });

    assertThatThrownBy(() -> place(full, List.of(order(tenant(SentimentBy.COMPREHEND)))))
        .hasMessage("full");
    assertThat(place(full, List.of(order(tenant(SentimentBy.LEXICON))))).isZero();
  }

  @Test
  void ordersForTheOthersWhenATenantCannotBeRead() {
    var broken = TenantId.random();
    var order = order(tenant(SentimentBy.COMPREHEND));
    var some =
        new OrderAssessments(
            id -> {
              if (id.equals(broken)) {
                throw new IllegalStateException("an item lacks its attribute name");
              }
              return storage.tenants().find(id);
            },
            placed::addAll);

    assertThat(place(some, List.of(order(broken), order, order(broken)))).isOne();

    assertThat(placed).containsExactly(order);
    assertThat(unreadable).containsExactly(broken);
  }

  @Test
  void passesOnThatTenantsAreAway() {
    var away =
        new OrderAssessments(
            id -> {
              throw new UncheckedIOException(new IOException("away"));
            },
            placed::addAll);

    assertThatThrownBy(() -> place(away, List.of(order(stranger()))))
        .isInstanceOf(UncheckedIOException.class);
  }

  private int place(OrderAssessments by, List<AssessmentOrder> orders) {
    return by.order(orders, (id, failure) -> unreadable.add(id));
  }

  private TenantId tenant(SentimentBy by) {
    var tenant = TestObjects.tenant();
    storage.tenants().create(tenant);
    configure(tenant.id(), by);
    return tenant.id();
  }

  private void configure(TenantId tenant, SentimentBy by) {
    storage
        .tenants()
        .change(tenant, new TenantChange.Configure(null, by), Actor.person("ada", null));
  }

  private static TenantId stranger() {
    return TenantId.random();
  }

  private static AssessmentOrder order(TenantId tenant) {
    return new AssessmentOrder(tenant, FeedbackId.next());
  }
}
