package io.feedbackplatform.ops.notification;

import software.amazon.awssdk.services.sns.SnsClient;

/** To all who subscribe to a topic: by e-mail, and with tools of their own. */
public final class SnsNotifications implements Notifications {

  private final SnsClient client;
  private final String topicArn;

  public SnsNotifications(SnsClient client, String topicArn) {
    this.client = client;
    this.topicArn = topicArn;
  }

  @Override
  public void send(Notification notification) {
    client.publish(request ->
        request.topicArn(topicArn).subject(notification.subject()).message(notification.text()));
  }
}
