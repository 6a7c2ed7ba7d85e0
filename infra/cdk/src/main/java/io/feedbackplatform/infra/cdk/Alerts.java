package io.feedbackplatform.infra.cdk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * The two topics that say something is wrong: critical alarms, which also start the rollback, and
 * notifications. Both are encrypted with a key that CloudWatch may use: under AWS's own key for SNS
 * an alarm would change its state and tell nobody.
 */
final class Alerts extends Construct {

  private static final List<String> PUBLISHERS =
      List.of("cloudwatch.amazonaws.com", "costalerts.amazonaws.com", "events.amazonaws.com");

  private final Key key;
  private final Topic alarms;
  private final Topic notifications;

  /**
   * @param email who is told by mail; null: nobody
   */
  Alerts(Construct scope, String id, String stage, @Nullable String email) {
    super(scope, id);
    key =
        Key.Builder.create(this, "Key")
            .description("Alarms and notifications of " + stage)
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    for (var publisher : PUBLISHERS) {
      key.addToResourcePolicy(
          PolicyStatement.Builder.create()
              .principals(List.of(new ServicePrincipal(publisher)))
              .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
              .resources(List.of("*"))
              .conditions(ofThisAccount())
              .build());
    }
    alarms = topic("Alarms", "feedback-" + stage + "-alarms");
    notifications = topic("Notifications", "feedback-" + stage + "-notifications");
    if (email != null) {
      alarms.addSubscription(new EmailSubscription(email));
      notifications.addSubscription(new EmailSubscription(email));
    }
  }

  private Topic topic(String id, String name) {
    var topic =
        Topic.Builder.create(this, id).topicName(name).masterKey(key).enforceSsl(true).build();
    for (var publisher : PUBLISHERS) {
      topic.addToResourcePolicy(
          PolicyStatement.Builder.create()
              .principals(List.of(new ServicePrincipal(publisher)))
              .actions(List.of("sns:Publish"))
              .resources(List.of(topic.getTopicArn()))
              .conditions(ofThisAccount())
              .build());
    }
    return topic;
  }

  private static Map<String, Object> ofThisAccount() {
    return Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID));
  }

  /** Critical alarms; whoever is on call and the rollback listen. */
  Topic alarms() {
    return alarms;
  }

  /** Warnings, and what ops has done. */
  Topic notifications() {
    return notifications;
  }
}
