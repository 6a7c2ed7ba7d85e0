package io.feedbackplatform.infra.cdk;

import io.feedbackplatform.core.sqs.SqsAssessmentOrders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.FilterCriteria;
import software.amazon.awscdk.services.lambda.FilterRule;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.SqsDlq;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * What has moods judged by Amazon Comprehend: a function behind the stream that orders, a queue,
 * and a function behind that which asks. The stream has two readers with it, as many as DynamoDB
 * has without throttling them where a table is in one region; of a global table it is one (DynamoDB
 * developer guide, "Reading and processing a stream").
 */
final class Assessments extends Construct {

  private static final Duration ASKING = Duration.minutes(1);

  /** Six times what the function may take, as Lambda wants it (Lambda guide, "SQS"). */
  private static final Duration HIDDEN = Duration.minutes(6);

  /** An hour of attempts, then somebody looks. */
  private static final int ATTEMPTS = 10;

  /** A call takes about a tenth of a second, and an account may make a few of them a second. */
  private static final int AT_ONCE = 5;

  private final Queue orders;
  private final Queue failures;
  private final Queue undispatched;
  private final JavaFunction dispatcher;
  private final JavaFunction assessor;

  /** What there is to watch. */
  record Outputs(
      IQueue orders, IQueue failures, IQueue undispatched, Map<String, ILogGroup> logs) {}

  Assessments(Construct scope, Place place, DataStack data, Packages packages) {
    super(scope, "Assessments");
    failures = WorkersStack.keptForPeople(this, "Failures", place.name("assess-failures"));
    undispatched =
        WorkersStack.keptForPeople(this, "Undispatched", place.name("dispatch-failures"));
    orders =
        Queue.Builder.create(this, "Orders")
            .queueName(place.name("assessments"))
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .visibilityTimeout(HIDDEN)
            .retentionPeriod(Duration.days(4))
            .deadLetterQueue(
                DeadLetterQueue.builder().queue(failures).maxReceiveCount(ATTEMPTS).build())
            .build();
    dispatcher = dispatcher(place, data, packages);
    assessor = assessor(place, data, packages);
  }

  private JavaFunction dispatcher(Place place, DataStack data, Packages packages) {
    var environment = new TreeMap<>(place.tables().toEnvironment());
    environment.put(SqsAssessmentOrders.QUEUE_VARIABLE, orders.getQueueUrl());
    var function =
        new JavaFunction(
            this,
            "Dispatcher",
            new JavaFunction.Work(
                place.name("dispatch"),
                "Orders what is to follow from new feedback",
                "io.feedbackplatform.workers.dispatch.DispatchHandler",
                packages.streamWorkers(),
                Duration.seconds(30),
                environment));
    data.grantReadingTenants(function.role());
    allow(function, List.of("sqs:SendMessage"), orders.getQueueArn());
    allow(
        function,
        List.of(
            "dynamodb:DescribeStream",
            "dynamodb:GetRecords",
            "dynamodb:GetShardIterator",
            "dynamodb:ListStreams"),
        data.feedbackStreamArn());
    var mapping =
        EventSourceMapping.Builder.create(this, "FeedbackStream")
            .target(function.function())
            .eventSourceArn(data.feedbackStreamArn())
            .startingPosition(StartingPosition.TRIM_HORIZON)
            .batchSize(100)
            .maxBatchingWindow(Duration.seconds(1))
            .filters(List.of(created(), recovered()))
            .reportBatchItemFailures(true)
            .bisectBatchOnError(true)
            .retryAttempts(10_000)
            .maxRecordAge(Duration.hours(6))
            .onFailure(new SqsDlq(undispatched))
            .build();
    mapping.getNode().addDependency(function.role());
    return function;
  }

  /** The stream tells the function of nothing else; what it orders of that, it says itself. */
  private static Map<String, Object> created() {
    return FilterCriteria.filter(
        inOrder(
            "eventName", FilterRule.isEqual("INSERT"),
            "dynamodb", Map.of("NewImage", messageThatIsNoSpam())));
  }

  private static Map<String, Object> recovered() {
    var spam = Map.of("status", Map.of("S", FilterRule.isEqual("spam")));
    return FilterCriteria.filter(
        inOrder(
            "eventName", FilterRule.isEqual("MODIFY"),
            "dynamodb", inOrder("OldImage", spam, "NewImage", messageThatIsNoSpam())));
  }

  private static Map<String, Object> messageThatIsNoSpam() {
    return inOrder(
        "message", Map.of("S", FilterRule.exists()),
        "status", Map.of("S", FilterRule.notEquals("spam")));
  }

  /** A pattern is a text: in another order it would be another template. */
  private static Map<String, Object> inOrder(
      String first, Object value, String second, Object other) {
    var map = new LinkedHashMap<String, Object>();
    map.put(first, value);
    map.put(second, other);
    return map;
  }

  private JavaFunction assessor(Place place, DataStack data, Packages packages) {
    var function =
        new JavaFunction(
            this,
            "Assessor",
            new JavaFunction.Work(
                place.name("assess"),
                "Has moods judged by Amazon Comprehend",
                "io.feedbackplatform.workers.assessment.AssessHandler",
                packages.streamWorkers(),
                ASKING,
                place.tables().toEnvironment()));
    data.grantAssessing(function.role());
    allow(function, List.of("comprehend:BatchDetectSentiment"), "*");
    Explained.finding(
        function.role(),
        "IAM5",
        "Comprehend has no resources to name for what it is asked at once.",
        "Resource::*");
    allow(
        function,
        List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
        orders.getQueueArn());
    var mapping =
        EventSourceMapping.Builder.create(this, "OrdersToAssess")
            .target(function.function())
            .eventSourceArn(orders.getQueueArn())
            .batchSize(25)
            .maxBatchingWindow(Duration.seconds(5))
            .maxConcurrency(AT_ONCE)
            .reportBatchItemFailures(true)
            .build();
    mapping.getNode().addDependency(function.role());
    return function;
  }

  private static void allow(JavaFunction function, List<String> actions, String resource) {
    function
        .role()
        .addToPolicy(
            PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build());
  }

  Outputs outputs() {
    return new Outputs(
        orders,
        failures,
        undispatched,
        Map.of("Dispatcher", dispatcher.logs(), "Assessor", assessor.logs()));
  }
}
