package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.notification.Notification;

/** Says in passing that something was done. */
public final class Toast {
  private static final int READING_TIME = 4000;

  private Toast() {}

  /** Says it, also to assistive technology. */
  public static void say(String words) {
    Notification.show(words, READING_TIME, Notification.Position.BOTTOM_CENTER);
  }
}
