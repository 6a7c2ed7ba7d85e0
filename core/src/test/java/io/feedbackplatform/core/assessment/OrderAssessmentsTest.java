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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderAssessmentsTest {

  private final InMemoryStorage storage = new InMemoryStorage(new MutableClock(TestObjects.NOW));
  private final List<TenantId> read = new ArrayList<>();
  private final List<AssessmentOrder> placed = new ArrayList<>();
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
        ordering.order(List.of(first, order(other), second, order(other), order(stranger())));

    assertThat(count).isEqualTo(2);
    assertThat(placed).containsExactly(first, second);
    assertThat(read).hasSize(3);
  }

  @Test
  void ordersOnceWhatComesTwice() {
    var order = order(tenant(SentimentBy.COMPREHEND));

    ordering.order(List.of(order, order));

    assertThat(placed).containsExactly(order);
  }

  @Test
  void heedsTheSwitchAsSoonAsItIsMade() {
    var tenant = tenant(SentimentBy.COMPREHEND);
    var order = order(tenant);
    ordering.order(List.of(order));
    configure(tenant, SentimentBy.LEXICON);

    ordering.order(List.of(order(tenant)));

    assertThat(placed).containsExactly(order);
  }

  @Test
  void ordersNothingForATenantThatIsSuspended() {
    var tenant = tenant(SentimentBy.COMPREHEND);
    storage
        .tenants()
        .change(tenant, new TenantChange.Suspend("Unpaid."), Actor.operator("grace", "192.0.2.7"));

    assertThat(ordering.order(List.of(order(tenant)))).isZero();
  }

  @Test
  void passesOnWhatKeepsOrdersFromBeingKept() {
    var full =
        new OrderAssessments(
            storage.tenants()::find,
            orders -> {
              throw new IllegalStateException("full");
            });

    assertThatThrownBy(() -> full.order(List.of(order(tenant(SentimentBy.COMPREHEND)))))
        .hasMessage("full");
    assertThat(full.order(List.of(order(tenant(SentimentBy.LEXICON))))).isZero();
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
