package io.feedbackplatform.infra.cdk;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** The two topics of a region that say something is wrong. */
final class Alerts {

  private final Topic alarms;
  private final Topic notifications;

  /**
   * @param email who is told by mail; null: nobody
   */
  Alerts(Construct scope, String id, String stage, @Nullable String email) {
    var topics = new AlertTopics(scope, id, "Alarms and notifications of " + stage);
    alarms = topics.topic("Alarms", "feedback-" + stage + "-alarms", email);
    notifications = topics.topic("Notifications", "feedback-" + stage + "-notifications", email);
  }

  /** What starts a rollback; whoever is on call listens too. */
  Topic alarms() {
    return alarms;
  }

  /** All other alarms, and what ops has done. */
  Topic notifications() {
    return notifications;
  }
}
