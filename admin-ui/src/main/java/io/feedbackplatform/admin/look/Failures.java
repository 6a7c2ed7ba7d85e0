package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import io.feedbackplatform.admin.api.ApiException;

/** Tells why what the user asked for was not done. */
public final class Failures {
  private static final int READING_TIME = 8000;

  private Failures() {}

  /** Says it in the words of whoever refused. */
  public static void tell(UI ui, ApiException why) {
    switch (why) {
      case ApiException.SignInRequired ended -> SignInAgain.show(ui, ended.explanation());
      case ApiException.Problem problem -> say(problem.explanation());
      case ApiException.Unavailable unavailable -> say(unavailable.explanation());
    }
  }

  private static void say(String words) {
    Notification note = Notification.show(words, READING_TIME, Notification.Position.BOTTOM_CENTER);
    note.addThemeVariants(NotificationVariant.LUMO_ERROR);
    note.setAssertive(true);
  }
}
