package io.feedbackplatform.infra.local.queues;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.feedbackplatform.infra.local.streams.LocalContext;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Lambda's event source mapping for one queue: messages are forgotten once the function has dealt
 * with them; those that it names, and all when it throws, show again after a while (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">AWS: Lambda with SQS</a>).
 */
public final class QueuePump implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(QueuePump.class);
  private static final Duration FAULT_PAUSE = Duration.ofSeconds(1);

  private final SqsClient client;
  private final String queueUrl;
  private final Duration hidden;
  private final RequestHandler<SQSEvent, SQSBatchResponse> function;
  private final Thread thread;

  private QueuePump(
      SqsClient client,
      String queueUrl,
      Duration hidden,
      RequestHandler<SQSEvent, SQSBatchResponse> function) {
    this.client = client;
    this.queueUrl = queueUrl;
    this.hidden = hidden;
    this.function = function;
    this.thread = Thread.ofVirtual().name("queue-pump").unstarted(this::run);
  }

  /**
   * Starts to deliver the queue to the function.
   *
   * @param client which is closed with the pump
   * @param hidden after which time a message shows again that was not dealt with
   */
  public static QueuePump start(
      SqsClient client,
      String queueUrl,
      Duration hidden,
      RequestHandler<SQSEvent, SQSBatchResponse> function) {
    var pump = new QueuePump(client, queueUrl, hidden, function);
    pump.thread.start();
    return pump;
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          step();
        } catch (RuntimeException fault) {
          if (Thread.currentThread().isInterrupted()) {
            return;
          }
          log.warn("{}: {}", queueUrl, fault.toString());
          Thread.sleep(FAULT_PAUSE);
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void step() {
    var messages =
        client
            .receiveMessage(request ->
                request
                    .queueUrl(queueUrl)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(1)
                    .visibilityTimeout(Math.toIntExact(hidden.toSeconds())))
            .messages();
    if (!messages.isEmpty()) {
      for (var done : invoke(messages)) {
        client.deleteMessage(
            request -> request.queueUrl(queueUrl).receiptHandle(done.receiptHandle()));
      }
    }
  }

  private List<Message> invoke(List<Message> messages) {
    var event = new SQSEvent();
    event.setRecords(messages.stream().map(QueuePump::toLambda).toList());
    try {
      var again =
          function.handleRequest(event, new LocalContext()).getBatchItemFailures().stream()
              .map(BatchItemFailure::getItemIdentifier)
              .collect(Collectors.toSet());
      return messages.stream().filter(message -> !again.contains(message.messageId())).toList();
    } catch (RuntimeException thrown) {
      // Lambda: a function that throws has failed for its whole batch.
      log.warn("the function failed", thrown);
      return List.of();
    }
  }

  private static SQSMessage toLambda(Message message) {
    var target = new SQSMessage();
    target.setMessageId(message.messageId());
    target.setBody(message.body());
    return target;
  }

  /** Ends after the batch that is being delivered. */
  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
    client.close();
  }
}
