package io.feedbackplatform.infra.cdk;

import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.recount.OrderedRecount;
import io.feedbackplatform.core.recount.RecountStore;
import io.feedbackplatform.core.sqs.SqsParkedRecords;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.SqsDlq;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The functions behind the streams, and those that remove tenants and recount them.
 *
 * <p>They run in the home region only. Replication writes every change into the streams of all
 * regions, under another event id in each, so that aggregators in two regions would count
 * everything twice and no ledger could tell. A home region that was away gets what it missed by
 * replication, and with it the stream records to count.
 */
final class WorkersStack extends Stack {

  /** As long as Lambda lets a function run. */
  private static final Duration LONGEST = Duration.minutes(15);

  /** The versions, sums and counters of {@link RecountStore#MOST_COUNTERS} take some 700. */
  private static final int RECOUNT_MEGABYTES = 2_048;

  private final Workers workers;

  WorkersStack(Construct scope, Place place, DataStack data, Packages packages) {
    super(scope, place.stackName("workers"), place.stack("workers", "What runs behind streams"));
    var failures = keptForPeople(this, "Failures", place.name("aggregate-failures"));
    var parked = keptForPeople(this, "ParkedRecords", place.name("parked-records"));
    var lostRecounts = keptForPeople(this, "LostRecounts", place.name("lost-recounts"));
    var environment = new TreeMap<>(place.tables().toEnvironment());
    environment.put(SqsParkedRecords.QUEUE_VARIABLE, parked.getQueueUrl());
    var aggregator =
        new JavaFunction(
            this,
            "Aggregator",
            new JavaFunction.Work(
                place.name("aggregate"),
                "Keeps the counters of analytics in step with feedback",
                "io.feedbackplatform.workers.analytics.AggregateHandler",
                packages.streamWorkers(),
                Duration.minutes(1),
                environment));
    data.grantCounting(aggregator.role());
    aggregator
        .role()
        .addToPolicy(
            PolicyStatement.Builder.create()
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(parked.getQueueArn()))
                .build());
    aggregator
        .role()
        .addToPolicy(
            PolicyStatement.Builder.create()
                .actions(
                    List.of(
                        "dynamodb:DescribeStream",
                        "dynamodb:GetRecords",
                        "dynamodb:GetShardIterator",
                        "dynamodb:ListStreams"))
                .resources(List.of(data.feedbackStreamArn()))
                .build());
    var mapping =
        EventSourceMapping.Builder.create(this, "FeedbackStream")
            .target(aggregator.function())
            .eventSourceArn(data.feedbackStreamArn())
            .startingPosition(StartingPosition.TRIM_HORIZON)
            .batchSize(Counters.MOST_AT_ONCE)
            // All of what comes within a second is counted together; poll and window stay below
            // the second and a half after which figures are to tell of a piece of feedback.
            .maxBatchingWindow(Duration.seconds(1))
            // One batch of a shard at a time, so that a recount's fence, which comes after a
            // tenant's changes, is reached after them; more records of a tenant in one batch also
            // fold into fewer writes.
            .parallelizationFactor(1)
            .reportBatchItemFailures(true)
            .bisectBatchOnError(true)
            // What fails is nearly always a table at its limits, which passes: only age ends it,
            // and early enough to read the records from the stream, which has them for 24 hours.
            .retryAttempts(10_000)
            .maxRecordAge(Duration.hours(6))
            .onFailure(new SqsDlq(failures))
            .build();
    // Lambda tries the stream when the mapping is made, and needs the permission by then.
    mapping.getNode().addDependency(aggregator.role());
    var remover = removeTenants(place, data, packages);
    var recounter = recountTenants(place, data, packages);
    var ordered = recountOnOrder(place, data, packages, lostRecounts);
    var redriver = redrive(place, data, packages, parked, environment);
    var logs = new TreeMap<String, ILogGroup>();
    logs.put("Remover", remover.logs());
    logs.put("Recounter", recounter.logs());
    logs.put("OrderedRecounter", ordered.logs());
    logs.put("Redriver", redriver.logs());
    Assessments.Outputs assessments = null;
    if (place.installation().comprehend()) {
      assessments = new Assessments(this, place, data, packages).outputs();
      logs.putAll(assessments.logs());
    }
    workers =
        new Workers(
            aggregator.function(),
            failures,
            parked,
            aggregator.logs(),
            lostRecounts,
            recounter.logs(),
            ordered.logs(),
            assessments,
            logs);
  }

  /** Every hour, and so at most one at a time: what one run does not finish, the next does. */
  private JavaFunction removeTenants(Place place, DataStack data, Packages packages) {
    var remover =
        new JavaFunction(
            this,
            "TenantRemover",
            new JavaFunction.Work(
                place.name("remove-tenants"),
                "Removes tenants whose grace is over",
                "io.feedbackplatform.workers.removal.RemoveTenantsHandler",
                packages.streamWorkers(),
                Duration.minutes(10),
                place.tables().toEnvironment()));
    data.grantRemoving(remover.role());
    Rule.Builder.create(this, "RemoveTenants")
        .ruleName(place.name("remove-tenants"))
        .description("Has tenants removed whose grace is over")
        .schedule(Schedule.rate(Duration.hours(1)))
        .targets(List.of(new LambdaFunction(remover.function())))
        .build();
    return remover;
  }

  /** When least is submitted; a run that failed is not tried again before the next night. */
  private JavaFunction recountTenants(Place place, DataStack data, Packages packages) {
    var recounter =
        new JavaFunction(
            this,
            "TenantRecounter",
            new JavaFunction.Work(
                    place.name("recount-tenants"),
                    "Compares the counters of each tenant with its feedback, and repairs",
                    "io.feedbackplatform.workers.recount.RecountTenantsHandler",
                    packages.streamWorkers(),
                    LONGEST,
                    place.tables().toEnvironment())
                .with(RECOUNT_MEGABYTES));
    data.grantRecounting(recounter.role());
    Rule.Builder.create(this, "RecountTenants")
        .ruleName(place.name("recount-tenants"))
        .description("Has the counters of each tenant compared with its feedback, at night")
        .schedule(Schedule.cron(CronOptions.builder().hour("2").minute("15").build()))
        .targets(
            List.of(LambdaFunction.Builder.create(recounter.function()).retryAttempts(0).build()))
        .build();
    return recounter;
  }

  /** An operator has ordered it by the API, whose answer does not wait. */
  private JavaFunction recountOnOrder(
      Place place, DataStack data, Packages packages, Queue lostRecounts) {
    var orders =
        Queue.Builder.create(this, "Recounts")
            .queueName(place.recounts())
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            // An order that is older is lost, as its tenant's next one takes it to be.
            .retentionPeriod(Duration.millis(OrderedRecount.LONGEST.toMillis()))
            // What another region has ordered is replicated within this time, nearly always.
            .deliveryDelay(Duration.seconds(3))
            .visibilityTimeout(LONGEST.plus(Duration.minutes(1)))
            .deadLetterQueue(
                DeadLetterQueue.builder().queue(lostRecounts).maxReceiveCount(3).build())
            .build();
    var recounter =
        new JavaFunction(
            this,
            "OrderedRecounter",
            new JavaFunction.Work(
                    place.name("recount"),
                    "Carries out the recounts that operators order",
                    "io.feedbackplatform.workers.recount.RecountHandler",
                    packages.streamWorkers(),
                    LONGEST,
                    place.tables().toEnvironment())
                .with(RECOUNT_MEGABYTES));
    data.grantRecounting(recounter.role());
    recounter
        .role()
        .addToPolicy(
            PolicyStatement.Builder.create()
                .actions(
                    List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"))
                .resources(List.of(orders.getQueueArn()))
                .build());
    var mapping =
        EventSourceMapping.Builder.create(this, "RecountOrders")
            .target(recounter.function())
            .eventSourceArn(orders.getQueueArn())
            .batchSize(1)
            .build();
    mapping.getNode().addDependency(recounter.role());
    return recounter;
  }

  /** Called by people, when what made records unreadable is mended. */
  private JavaFunction redrive(
      Place place,
      DataStack data,
      Packages packages,
      Queue parked,
      Map<String, String> environment) {
    var redriver =
        new JavaFunction(
            this,
            "Redriver",
            new JavaFunction.Work(
                    place.name("redrive"),
                    "Recounts the tenants whose records are parked, and forgets these",
                    "io.feedbackplatform.workers.recount.RedriveHandler",
                    packages.streamWorkers(),
                    LONGEST,
                    environment)
                .with(RECOUNT_MEGABYTES));
    data.grantRecounting(redriver.role());
    redriver
        .role()
        .addToPolicy(
            PolicyStatement.Builder.create()
                .actions(
                    List.of(
                        "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:ReceiveMessage"))
                .resources(List.of(parked.getQueueArn()))
                .build());
    return redriver;
  }

  Workers workers() {
    return workers;
  }

  /** Holds what is said of records, not the records. */
  static Queue keptForPeople(Construct scope, String id, String name) {
    var queue =
        Queue.Builder.create(scope, id)
            .queueName(name)
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(Duration.days(14))
            .build();
    Explained.finding(queue, "SQS3", "It is itself where messages go that nobody could deal with.");
    return queue;
  }
}
