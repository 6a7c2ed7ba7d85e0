package io.feedbackplatform.workers.assessment;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.feedbackplatform.core.assessment.AssessFeedback;
import io.feedbackplatform.core.assessment.OrderAssessments;
import io.feedbackplatform.core.comprehend.ComprehendSentimentAnalyzer;
import io.feedbackplatform.core.comprehend.LocalComprehend;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.parking.InMemoryParkedRecords;
import io.feedbackplatform.core.sqs.LocalSqs;
import io.feedbackplatform.core.sqs.SqsAssessmentOrders;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.workers.analytics.AggregateHandler;
import io.feedbackplatform.workers.analytics.Aggregator;
import io.feedbackplatform.workers.analytics.TableStream;
import io.feedbackplatform.workers.dispatch.DispatchHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The way of feedback to Comprehend and into the counters, a step at a time. */
final class SecondOpinion implements AutoCloseable {

  final LocalComprehend comprehend = new LocalComprehend();
  final Storage storage;

  private final TableNames names = TableNames.ofStage("assessment-" + UUID.randomUUID());
  private final DynamoDbClient client = LocalDynamoDb.shared().client();
  private final SqsClient queues = LocalSqs.shared().client();
  private final String queue = LocalSqs.shared().queue("assessments-" + UUID.randomUUID());
  private final AssessHandler assess;

  SecondOpinion() {
    LocalDynamoDb.createTables(client, names);
    storage = new DynamoDbStorage(client, names, Clock.systemUTC());
    assess =
        new AssessHandler(
            new AssessFeedback(
                storage.tenants()::find,
                storage.feedback(),
                new ComprehendSentimentAnalyzer(comprehend.clientBuilder())));
  }

  /** All that happened, which the caller knows the number of. */
  List<DynamodbStreamRecord> happened(int expected) {
    return new TableStream(LocalDynamoDb.shared().streamsClient(), names.feedback()).read(expected);
  }

  StreamsEventResponse dispatch(List<DynamodbStreamRecord> records) {
    return dispatch(records, queue);
  }

  StreamsEventResponse dispatch(List<DynamodbStreamRecord> records, String queueUrl) {
    return new DispatchHandler(
            new OrderAssessments(
                storage.tenants()::find, new SqsAssessmentOrders(queues, queueUrl)))
        .handleRequest(event(records), context());
  }

  void count(List<DynamodbStreamRecord> records) {
    new AggregateHandler(
            new Aggregator(storage.counters(), storage.fences(), new InMemoryParkedRecords()))
        .handleRequest(event(records), context());
  }

  void place(String body) {
    queues.sendMessage(message -> message.queueUrl(queue).messageBody(body));
  }

  /** What waits in the queue; each message is shown once. */
  List<Message> ordered() {
    var all = new ArrayList<Message>();
    while (true) {
      var some =
          queues
              .receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10))
              .messages();
      if (some.isEmpty()) {
        return all;
      }
      all.addAll(some);
    }
  }

  /**
   * @return ids of the messages that are to come again
   */
  List<String> assess(List<Message> messages) {
    var event = new SQSEvent();
    event.setRecords(messages.stream().map(SecondOpinion::toLambda).toList());
    return assess.handleRequest(event, context()).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static SQSMessage toLambda(Message message) {
    var target = new SQSMessage();
    target.setMessageId(message.messageId());
    target.setBody(message.body());
    return target;
  }

  private static DynamodbEvent event(List<DynamodbStreamRecord> records) {
    var event = new DynamodbEvent();
    event.setRecords(records);
    return event;
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemainingTimeInMillis")
                    ? (Object) 60_000
                    : "request-1");
  }

  @Override
  public void close() {
    comprehend.close();
    client.close();
    queues.close();
  }
}
