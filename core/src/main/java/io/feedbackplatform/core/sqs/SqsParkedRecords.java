package io.feedbackplatform.core.sqs;

import io.feedbackplatform.core.parking.ParkedRecord;
import io.feedbackplatform.core.parking.ParkedRecords;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Keeps records in a queue, with all that is known of them in attributes: a body is all that a
 * queue demands, and says what the message is.
 */
public final class SqsParkedRecords implements ParkedRecords {

  /** The variable that tells a process the queue's URL. */
  public static final String QUEUE_VARIABLE = "FEEDBACK_PARKED_RECORDS_QUEUE_URL";

  /** As many as one request takes (API_ReceiveMessage). */
  private static final int MOST_AT_ONCE = 10;

  /** Longer than it takes to recount the tenants of as many. */
  private static final int HIDDEN_SECONDS = 15 * 60;

  private final SqsClient client;
  private final String queueUrl;

  public SqsParkedRecords(SqsClient client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  /**
   * @throws IllegalStateException naming the variable that is missing
   */
  public static SqsParkedRecords fromEnvironment(
      SqsClient client, Map<String, String> environment) {
    return new SqsParkedRecords(
        client, QueueUrl.from(environment, QUEUE_VARIABLE, "parked records"));
  }

  @Override
  public void park(ParkedRecord record) {
    client.sendMessage(message ->
        message
            .queueUrl(queueUrl)
            .messageBody(ParkedMessage.BODY)
            .messageAttributes(ParkedMessage.attributes(record)));
  }

  /** Without messages that are none of a parked record: people see them in the queue. */
  @Override
  public List<Receipt> receive() {
    while (true) {
      var messages = messages();
      var receipts = messages.stream().flatMap(SqsParkedRecords::receipt).toList();
      if (messages.isEmpty() || !receipts.isEmpty()) {
        return receipts;
      }
    }
  }

  private List<Message> messages() {
    return client
        .receiveMessage(request ->
            request
                .queueUrl(queueUrl)
                .maxNumberOfMessages(MOST_AT_ONCE)
                .visibilityTimeout(HIDDEN_SECONDS)
                .waitTimeSeconds(1) // Asks every server of the queue, so that empty means empty.
                .messageAttributeNames("All"))
        .messages();
  }

  private static Stream<Receipt> receipt(Message message) {
    try {
      var record = ParkedMessage.record(message.messageAttributes());
      return Stream.of(new Receipt(record, message.receiptHandle()));
    } catch (RuntimeException foreign) {
      return Stream.empty();
    }
  }

  @Override
  public void release(Receipt received) {
    client.changeMessageVisibility(request ->
        request.queueUrl(queueUrl).receiptHandle(received.handle()).visibilityTimeout(0));
  }

  @Override
  public void remove(Receipt received) {
    client.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(received.handle()));
  }
}
