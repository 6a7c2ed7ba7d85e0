package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("")
@PageTitle("Inbox")
@PermitAll
class InboxView extends Div {
  InboxView() {
    setText("Inbox");
  }
}
