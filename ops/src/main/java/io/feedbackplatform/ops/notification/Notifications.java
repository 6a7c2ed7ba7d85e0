package io.feedbackplatform.ops.notification;

/** A way to reach the people on duty. */
@FunctionalInterface
public interface Notifications {

  /** Hands the message over; fails when that is not possible now. */
  void send(Notification notification);
}
