package io.feedbackplatform.admin.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import io.feedbackplatform.admin.look.Notice;
import io.feedbackplatform.admin.look.Symbol;
import jakarta.annotation.security.PermitAll;

@PageTitle("Not found")
@ParentLayout(MainLayout.class)
@PermitAll
final class NotFoundView extends Div implements HasErrorParameter<NotFoundException> {

  NotFoundView() {
    setSizeFull();
    add(
        new Notice(
            Symbol.LOST,
            "There is no such page",
            "The address may be mistyped, or the page has moved.",
            new Anchor("", "Go to the inbox")));
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    return 404;
  }
}
