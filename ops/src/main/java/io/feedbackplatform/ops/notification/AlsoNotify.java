package io.feedbackplatform.ops.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two ways at once, of which the second may fail without harm to the first. */
public final class AlsoNotify implements Notifications {

  private static final Logger LOG = LoggerFactory.getLogger(AlsoNotify.class);

  private final Notifications sure;
  private final Notifications best;
  private final Runnable failed;

  /**
   * @param failed told of every message that the second way lost
   */
  public AlsoNotify(Notifications sure, Notifications best, Runnable failed) {
    this.sure = sure;
    this.best = best;
    this.failed = failed;
  }

  @Override
  public void send(Notification notification) {
    sure.send(notification);
    try {
      best.send(notification);
    } catch (RuntimeException lost) {
      LOG.atWarn().setCause(lost).log("A message to Slack is lost; the topic has it.");
      failed.run();
    }
  }
}
