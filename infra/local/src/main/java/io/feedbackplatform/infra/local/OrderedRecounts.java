package io.feedbackplatform.infra.local;

import io.feedbackplatform.core.recount.CarryOutRecount;
import io.feedbackplatform.core.recount.Patience;
import io.feedbackplatform.core.recount.RecountTenant;
import io.feedbackplatform.core.sqs.SqsRecountQueue.Ordered;
import io.feedbackplatform.core.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Carries out the recounts that operators order, where no function waits for them. */
final class OrderedRecounts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OrderedRecounts.class);

  private static final int WAIT_SECONDS = 10;
  private static final long PAUSE_MILLIS = 1_000;

  private final CarryOutRecount recount;
  private final SqsClient client;
  private final String queueUrl;
  private final Thread thread = Thread.ofPlatform().daemon().name("recounts").unstarted(this::run);

  private OrderedRecounts(Storage storage, SqsClient client, String queueUrl) {
    this.recount =
        new CarryOutRecount(
            storage.recountOrders(),
            new RecountTenant(
                storage.recounts(), storage.sites(), storage.fences(), Patience.ORDINARY));
    this.client = client;
    this.queueUrl = queueUrl;
  }

  static OrderedRecounts start(Storage storage, SqsClient client, String queueUrl) {
    var started = new OrderedRecounts(storage, client, queueUrl);
    started.thread.start();
    return started;
  }

  private void run() {
    while (goesOn()) {
      try {
        client
            .receiveMessage(request -> request.queueUrl(queueUrl).waitTimeSeconds(WAIT_SECONDS))
            .messages()
            .forEach(this::carryOut);
      } catch (SdkException away) {
        pause();
      }
    }
  }

  /** Once, whatever comes of it: an order that failed says so. */
  private void carryOut(Message message) {
    client.deleteMessage(
        request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
    try {
      var order = Ordered.parse(message.body());
      recount.carryOut(order.tenant(), order.id(), OrderedRecounts::goesOn);
    } catch (RuntimeException failure) {
      // Lambda would go on with the next message, too.
      LOG.warn("the recount {} could not be carried out", message.body(), failure);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean goesOn() {
    return !Thread.currentThread().isInterrupted();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
