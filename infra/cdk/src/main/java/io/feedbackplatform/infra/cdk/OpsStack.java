package io.feedbackplatform.infra.cdk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.EventInvokeConfig;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.sns.FilterOrPolicy;
import software.amazon.awscdk.services.sns.StringConditions;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.subscriptions.LambdaSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * What watches over releases: the hook before a version's first request, the watch that calls a
 * version good after a while, and the rollback of one that is not. It is there before the API, and
 * knows it by name.
 */
final class OpsStack extends Stack {

  private static final String HANDLERS = "io.feedbackplatform.ops.";
  private static final int BAKE_MINUTES = 30;

  /** As old as an alarm may be for a rollback to follow from it. */
  private static final Duration ALARM_AGE = Duration.minutes(15);

  private final Place place;
  private final Packages packages;
  private final Alerts alerts;
  private final TableV2 table;
  private final ReleaseRights rights;
  private final Ops ops;

  OpsStack(Construct scope, Place place, Packages packages) {
    super(scope, place.stackName("ops"), place.stack("ops", "What watches over releases"));
    this.place = place;
    this.packages = packages;
    alerts = new Alerts(this, "Alerts", place.stage(), place.installation().notificationEmail());
    table = table();
    rights = new ReleaseRights(new ApiArns(this, place), table.getTableArn());
    var failures =
        Queue.Builder.create(this, "Failures")
            .queueName(place.name("rollback-failures"))
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(Duration.days(14))
            .build();
    Explained.finding(
        failures, "SQS3", "It is itself where messages go that nobody could deal with.");
    var rollback = rollback(failures);
    var hook = preTrafficHook();
    var watch = watch();
    new PackageArchive(
        this, place, List.of(packages.api(), packages.streamWorkers(), packages.ops()));
    ops =
        new Ops(
            alerts.alarms(),
            alerts.notifications(),
            rollback.function(),
            hook.function(),
            watch.function(),
            failures,
            List.of(rollback.logs(), hook.logs(), watch.logs()));
  }

  Ops ops() {
    return ops;
  }

  private TableV2 table() {
    return TableV2.Builder.create(this, "Operations")
        .tableName("operations-" + place.stage())
        .partitionKey(key("pk"))
        .sortKey(key("sk"))
        .timeToLiveAttribute("expiresAt")
        .billing(Billing.onDemand())
        .encryption(TableEncryptionV2.awsManagedKey())
        .pointInTimeRecoverySpecification(
            PointInTimeRecoverySpecification.builder()
                .pointInTimeRecoveryEnabled(true)
                .recoveryPeriodInDays(DataStack.RECOVERY_DAYS)
                .build())
        .deletionProtection(true)
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private static Attribute key(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }

  private JavaFunction rollback(Queue failures) {
    var environment = environment();
    environment.put("ALARM_TOPIC_ARN", alerts.alarms().getTopicArn());
    environment.put("ROLLBACK_ALARM_NAMES", place.alarm(ApiErrors.NAME));
    environment.put("NOTIFICATION_TOPIC_ARN", alerts.notifications().getTopicArn());
    var rollback =
        function(
            "Rollback",
            "rollback",
            "Takes the API back to a version that is known to be good",
            "rollback.RollbackHandler",
            Duration.minutes(5),
            environment);
    var role = rollback.role();
    rights.grantRollback(role);
    ReleaseRights.allow(role, List.of("sns:Publish"), alerts.notifications().getTopicArn());
    ReleaseRights.allow(
        role,
        List.of("kms:Decrypt", "kms:GenerateDataKey"),
        Objects.requireNonNull(alerts.notifications().getMasterKey()).getKeyArn());
    if (place.installation().slack()) {
      var webhook = slackWebhook();
      webhook.grantRead(role);
      rollback.function().addEnvironment("SLACK_WEBHOOK_SECRET", webhook.getSecretArn());
    }
    EventInvokeConfig.Builder.create(rollback, "Attempts")
        .function(rollback.function())
        .retryAttempts(2)
        .maxEventAge(ALARM_AGE)
        .onFailure(new SqsDestination(failures))
        .build();
    alerts
        .alarms()
        .addSubscription(
            LambdaSubscription.Builder.create(rollback.function())
                .deadLetterQueue(failures)
                .filterPolicyWithMessageBody(
                    Map.of(
                        "AlarmName", is(place.alarm(ApiErrors.NAME)),
                        "NewStateValue", is("ALARM")))
                .build());
    return rollback;
  }

  private static FilterOrPolicy is(String value) {
    return FilterOrPolicy.filter(
        SubscriptionFilter.stringFilter(
            StringConditions.builder().allowlist(List.of(value)).build()));
  }

  private JavaFunction preTrafficHook() {
    var hook =
        new JavaFunction(
            this,
            "PreTrafficHook",
            new JavaFunction.Work(
                // CodeDeploy's own policies know hooks by this prefix.
                "CodeDeployHook_" + place.name("check"),
                "Tries a new version of the API before its first request",
                HANDLERS + "release.PreTrafficHandler",
                packages.ops(),
                Duration.minutes(5),
                environment()));
    rights.grantCheck(hook.role());
    return hook;
  }

  private JavaFunction watch() {
    var environment = environment();
    environment.put("ROLLBACK_ALARM_NAMES", place.alarm(ApiErrors.NAME));
    environment.put("BAKE_MINUTES", Integer.toString(BAKE_MINUTES));
    var watch =
        function(
            "ReleaseWatch",
            "release-watch",
            "Marks versions of the API that have served well, and keeps the newest of them awake",
            "release.ReleaseWatchHandler",
            Duration.minutes(2),
            environment);
    rights.grantWatch(watch.role());
    Rule.Builder.create(watch, "Every5Minutes")
        .description("Starts the watch over releases of " + place.stage())
        .schedule(Schedule.rate(Duration.minutes(5)))
        .targets(List.of(new LambdaFunction(watch.function())))
        .build();
    return watch;
  }

  private Map<String, String> environment() {
    return new HashMap<>(
        Map.of(
            "OPERATIONS_TABLE_NAME", table.getTableName(),
            "API_FUNCTION_NAME", place.apiFunction(),
            "API_ALIAS", Place.LIVE,
            "DEPLOYMENT_APPLICATION", place.deployments(),
            "DEPLOYMENT_GROUP", place.deployments()));
  }

  private JavaFunction function(
      String id,
      String name,
      String description,
      String handler,
      Duration timeout,
      Map<String, String> environment) {
    return new JavaFunction(
        this,
        id,
        new JavaFunction.Work(
            place.name(name),
            description,
            HANDLERS + handler,
            packages.ops(),
            timeout,
            environment));
  }

  /** The operator puts the address there, which is as good as a password. */
  private Secret slackWebhook() {
    var secret =
        Secret.Builder.create(this, "SlackWebhook")
            .secretName(place.name("slack-webhook"))
            .description("The address of the Slack webhook that hears of rollbacks")
            .build();
    Explained.finding(secret, "SMG4", "Slack gives out the address; it is put here by hand.");
    return secret;
  }
}
