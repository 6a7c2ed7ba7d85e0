package io.feedbackplatform.workers.recount;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.recount.CarryOutRecount;
import io.feedbackplatform.core.sqs.SqsRecountQueue.Ordered;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Lambda on the queue of recounts that operators ordered, one at a time. What fails is told by its
 * order; a message comes again when the function was cut off, and is too late when its order ended.
 */
public final class RecountHandler implements RequestHandler<SQSEvent, @Nullable Void> {

  private static final Logger LOG = LoggerFactory.getLogger(RecountHandler.class);

  private final CarryOutRecount recount;

  /** For Lambda: on the tables that the environment names. */
  public RecountHandler() {
    this(RecountWiring.storage());
  }

  private RecountHandler(DynamoDbStorage storage) {
    this(new CarryOutRecount(storage.recountOrders(), RecountWiring.recount(storage)));
  }

  /** With everything given. */
  public RecountHandler(CarryOutRecount recount) {
    this.recount = recount;
  }

  @Override
  public @Nullable Void handleRequest(SQSEvent event, Context context) {
    try (var _ = MDC.putCloseable("requestId", context.getAwsRequestId())) {
      for (var message : event.getRecords()) {
        carryOut(Ordered.parse(message.getBody()), context);
      }
    }
    return null;
  }

  private void carryOut(Ordered order, Context context) {
    var report =
        RecountWiring.logged(
            LOG,
            order.tenant(),
            () -> recount.carryOut(order.tenant(), order.id(), RecountWiring.timeOf(context)));
    if (report.isEmpty()) {
      LOG.atInfo()
          .addKeyValue("tenantId", order.tenant())
          .addKeyValue("recountId", order.id())
          .log("A recount was over before");
    }
  }
}
