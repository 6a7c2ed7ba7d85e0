package io.feedbackplatform.admin.frame;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** What every session of the console has in common. */
@Component
final class ServiceSetup implements VaadinServiceInitListener {

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addSessionInitListener(
            begun -> begun.getSession().setErrorHandler(new ConsoleErrorHandler()));
    SystemMessages messages = messages();
    event.getSource().setSystemMessagesProvider(info -> messages);
  }

  private static SystemMessages messages() {
    CustomizedSystemMessages messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(true);
    messages.setSessionExpiredCaption("You have been signed out");
    messages.setSessionExpiredMessage("Click here, or press Esc, to sign in again.");
    messages.setInternalErrorCaption("Something went wrong");
    messages.setInternalErrorMessage("Click here, or press Esc, to start again.");
    return messages;
  }
}
