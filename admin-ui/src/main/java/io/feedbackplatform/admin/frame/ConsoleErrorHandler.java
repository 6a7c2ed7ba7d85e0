package io.feedbackplatform.admin.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.look.SignInAgain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last resort: whatever no view has dealt with is logged and said in words. */
final class ConsoleErrorHandler implements ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleErrorHandler.class);

  @Override
  public void error(ErrorEvent event) {
    Throwable error = event.getThrowable();
    switch (error) {
      case ApiException.SignInRequired required -> signInAgain(required.explanation());
      case ApiException.Problem problem -> {
        LOG.atWarn()
            .addKeyValue("requestId", problem.requestId())
            .addKeyValue("code", problem.code())
            .log("the API refused a question that no view had foreseen");
        tell(problem.explanation());
      }
      case ApiException.Unavailable unavailable -> {
        LOG.atWarn().setCause(unavailable).log("the API did not answer");
        tell(unavailable.explanation());
      }
      case Throwable unforeseen -> {
        LOG.error("an unforeseen error in a view", unforeseen);
        tell("Something went wrong. Please try again.");
      }
    }
  }

  private static void tell(String text) {
    if (UI.getCurrent() != null) {
      Notification.show(text, 6000, Notification.Position.BOTTOM_END)
          .addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
  }

  private static void signInAgain(String explanation) {
    if (UI.getCurrent() != null) {
      SignInAgain.show(UI.getCurrent(), explanation);
    }
  }
}
