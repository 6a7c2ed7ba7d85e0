package io.feedbackplatform.core.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.parking.ParkedRecord;
import io.feedbackplatform.core.parking.ParkedRecord.Reason;
import io.feedbackplatform.core.parking.ParkedRecords;
import io.feedbackplatform.core.parking.ParkedRecords.Receipt;
import io.feedbackplatform.core.parking.ParkedRecordsContract;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsParkedRecordsIT extends ParkedRecordsContract {

  private final SqsClient client = LocalSqs.shared().client();

  @Override
  protected ParkedRecords empty() {
    return new SqsParkedRecords(client, newQueue());
  }

  @Test
  void refusesWhenTheQueueIsNotThere() {
    var nowhere = new SqsParkedRecords(client, LocalSqs.shared().endpoint() + "/000000000000/none");
    var record = new ParkedRecord(null, "event-1", null, null, null, Reason.NO_TENANT, "Oops");

    assertThatThrownBy(() -> nowhere.park(record)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void namesTheVariableThatIsMissing() {
    assertThatThrownBy(() -> SqsParkedRecords.fromEnvironment(client, Map.of()))
        .hasMessageContaining("FEEDBACK_PARKED_RECORDS_QUEUE_URL");
    assertThat(
            SqsParkedRecords.fromEnvironment(
                client, Map.of(SqsParkedRecords.QUEUE_VARIABLE, newQueue())))
        .isNotNull();
  }

  @Test
  void passesOverMessagesThatAreNoRecords() {
    var queue = newQueue();
    var parked = new SqsParkedRecords(client, queue);
    for (int i = 0; i < 12; i++) {
      client.sendMessage(message -> message.queueUrl(queue).messageBody("hello"));
    }
    var record = new ParkedRecord(null, "event-1", null, null, null, Reason.NO_TENANT, "Oops");
    parked.park(record);

    assertThat(parked.receive()).extracting(Receipt::record).containsExactly(record);
  }

  private static String newQueue() {
    return LocalSqs.shared().queue("parked-" + UUID.randomUUID());
  }
}
