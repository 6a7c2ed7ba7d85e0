package io.feedbackplatform.ops;

import io.feedbackplatform.ops.alarm.CloudWatchAlarms;
import io.feedbackplatform.ops.deployment.CodeDeployDeployments;
import io.feedbackplatform.ops.function.LambdaFunctions;
import io.feedbackplatform.ops.notification.AlsoNotify;
import io.feedbackplatform.ops.notification.Notifications;
import io.feedbackplatform.ops.notification.SlackNotifications;
import io.feedbackplatform.ops.notification.SlackWebhook;
import io.feedbackplatform.ops.notification.SnsNotifications;
import io.feedbackplatform.ops.record.DynamoDbRecords;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The ports over AWS's services, wired as the settings say. */
public record Clients(Settings settings, Metrics metrics) {

  /** Long enough for any of these services on a bad day, short enough to try again. */
  private static final Duration ATTEMPT = Duration.ofSeconds(3);

  private static final Duration CALL = Duration.ofSeconds(12);
  private static final Duration SLACK = Duration.ofSeconds(3);

  public LambdaFunctions functions() {
    return new LambdaFunctions(
        limited(LambdaClient.builder()).build(), settings.function(), settings.alias());
  }

  public CloudWatchAlarms alarms() {
    return new CloudWatchAlarms(limited(CloudWatchClient.builder()).build());
  }

  public CodeDeployDeployments deployments() {
    return new CodeDeployDeployments(
        codeDeploy(), settings.deploymentApplication(), settings.deploymentGroup());
  }

  public CodeDeployClient codeDeploy() {
    return limited(CodeDeployClient.builder()).build();
  }

  public DynamoDbRecords records() {
    return new DynamoDbRecords(
        limited(DynamoDbClient.builder()).build(), settings.operationsTable(), settings.alias());
  }

  /** To the topic and, where that is set, to Slack. */
  public Notifications notifications() {
    var topic =
        new SnsNotifications(limited(SnsClient.builder()).build(), settings.notificationTopicArn());
    var secret = settings.slackWebhookSecret();
    if (secret == null) {
      return topic;
    }
    var secrets = limited(SecretsManagerClient.builder()).build();
    var slack =
        new SlackNotifications(
            () ->
                SlackWebhook.parse(
                        secrets.getSecretValue(request -> request.secretId(secret)).secretString())
                    .address(),
            SLACK);
    return new AlsoNotify(topic, slack, () -> metrics.count(Metric.SLACK_FAILED));
  }

  private static <B extends AwsSyncClientBuilder<B, ?> & SdkClientBuilder<B, ?>> B limited(
      B builder) {
    return builder
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(
            limits -> limits.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL));
  }
}
