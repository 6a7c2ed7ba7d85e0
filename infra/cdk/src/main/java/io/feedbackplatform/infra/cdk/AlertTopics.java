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
 * Topics under a key that CloudWatch may use: under AWS's own key for SNS an alarm would change its
 * state and tell nobody.
 */
final class AlertTopics extends Construct {

  private static final List<String> PUBLISHERS =
      List.of("cloudwatch.amazonaws.com", "costalerts.amazonaws.com");

  private final Key key;

  AlertTopics(Construct scope, String id, String description) {
    super(scope, id);
    key =
        Key.Builder.create(this, "Key")
            .description(description)
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    for (var publisher : PUBLISHERS) {
      key.addToResourcePolicy(
          allow(publisher, List.of("kms:Decrypt", "kms:GenerateDataKey*"), "*"));
    }
  }

  /**
   * @param email who is told by mail; null: nobody
   */
  Topic topic(String id, String name, @Nullable String email) {
    var topic =
        Topic.Builder.create(this, id).topicName(name).masterKey(key).enforceSsl(true).build();
    for (var publisher : PUBLISHERS) {
      topic.addToResourcePolicy(allow(publisher, List.of("sns:Publish"), topic.getTopicArn()));
    }
    if (email != null) {
      topic.addSubscription(new EmailSubscription(email));
    }
    return topic;
  }

  private static PolicyStatement allow(String service, List<String> actions, String resource) {
    return PolicyStatement.Builder.create()
        .principals(List.of(new ServicePrincipal(service)))
        .actions(actions)
        .resources(List.of(resource))
        .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
        .build();
  }
}
