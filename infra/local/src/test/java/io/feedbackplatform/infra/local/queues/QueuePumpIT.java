package io.feedbackplatform.infra.local.queues;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.feedbackplatform.core.sqs.LocalSqs;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

class QueuePumpIT {

  private final SqsClient client = LocalSqs.shared().client();
  private final String queue = LocalSqs.shared().queue("pump-" + UUID.randomUUID());
  private final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();

  @Test
  void bringsAMessageAgainUntilItIsDealtWith() throws Exception {
    var failing = new ArrayList<>(List.of("throw", "name"));

    try (var _ = pump(failing)) {
      send("one");
      assertThat(List.of(next(), next(), next())).containsExactly("one", "one", "one");
      send("two");
      assertThat(next()).isEqualTo("two");
    }
  }

  @Test
  void goesOnAfterAFaultOfAnyKind() throws Exception {
    var first = new AtomicBoolean(true);
    var faulty =
        (SqsClient)
            Proxy.newProxyInstance(
                SqsClient.class.getClassLoader(),
                new Class<?>[] {SqsClient.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("receiveMessage") && first.getAndSet(false)) {
                    throw new IllegalStateException("out of order");
                  }
                  return method.invoke(client, arguments);
                });
    send("one");

    try (var _ = pump(faulty, new ArrayList<>())) {
      assertThat(next()).isEqualTo("one");
    }
    assertThat(first).isFalse();
  }

  private QueuePump pump(List<String> failing) {
    return pump(LocalSqs.shared().client(), failing);
  }

  private QueuePump pump(SqsClient by, List<String> failing) {
    return QueuePump.start(
        by,
        queue,
        Duration.ofSeconds(1),
        (event, context) -> {
          seen.addAll(event.getRecords().stream().map(SQSEvent.SQSMessage::getBody).toList());
          return switch (failing.isEmpty() ? "done" : failing.removeFirst()) {
            case "throw" -> throw new IllegalStateException("not now");
            case "name" ->
                new SQSBatchResponse(
                    List.of(new BatchItemFailure(event.getRecords().getFirst().getMessageId())));
            default -> new SQSBatchResponse(List.of());
          };
        });
  }

  private void send(String body) {
    client.sendMessage(message -> message.queueUrl(queue).messageBody(body));
  }

  private String next() throws InterruptedException {
    return String.valueOf(seen.poll(20, TimeUnit.SECONDS));
  }
}
