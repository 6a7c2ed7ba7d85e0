package io.feedbackplatform.core.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.assessment.AssessmentOrder;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsAssessmentOrdersIT {

  private final SqsClient client = LocalSqs.shared().client();
  private final String queue = LocalSqs.shared().queue("assessments-" + UUID.randomUUID());

  @Test
  void keepsEveryOrderHoweverMany() {
    var orders =
        Stream.generate(() -> new AssessmentOrder(TenantId.random(), FeedbackId.next()))
            .limit(37)
            .toList();

    new SqsAssessmentOrders(client, queue).place(orders);

    assertThat(received(37)).containsExactlyInAnyOrderElementsOf(orders);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a/b", "a", "{\"tenantId\": 1}", "a/b/c"})
  void readsNothingElse(String body) {
    assertThatIllegalArgumentException().isThrownBy(() -> SqsAssessmentOrders.orderOf(body));
  }

  @Test
  void refusesWhenTheQueueIsNotThere() {
    var nowhere =
        new SqsAssessmentOrders(client, LocalSqs.shared().endpoint() + "/000000000000/none");
    var order = new AssessmentOrder(TenantId.random(), FeedbackId.next());

    assertThatThrownBy(() -> nowhere.place(List.of(order))).isInstanceOf(RuntimeException.class);
  }

  @Test
  void namesTheVariableThatIsMissing() {
    assertThatThrownBy(() -> SqsAssessmentOrders.fromEnvironment(client, Map.of()))
        .hasMessageContaining("FEEDBACK_ASSESSMENTS_QUEUE_URL");
    assertThat(
            SqsAssessmentOrders.fromEnvironment(
                client, Map.of(SqsAssessmentOrders.QUEUE_VARIABLE, queue)))
        .isNotNull();
  }

  private List<AssessmentOrder> received(int expected) {
    var orders = new ArrayList<AssessmentOrder>();
    while (orders.size() < expected) {
      var messages =
          client
              .receiveMessage(
                  request -> request.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
              .messages();
      assertThat(messages).isNotEmpty();
      messages.forEach(message -> orders.add(SqsAssessmentOrders.orderOf(message.body())));
    }
    return orders;
  }
}
