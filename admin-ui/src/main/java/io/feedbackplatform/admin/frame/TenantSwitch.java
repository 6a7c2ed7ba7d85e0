package io.feedbackplatform.admin.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.feedbackplatform.admin.api.Me.Membership;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The name of the tenant on screen; a choice for users who belong to several. */
final class TenantSwitch extends Div {
  private final Consumer<Membership> choose;
  private List<Membership> shown = List.of();

  TenantSwitch(Consumer<Membership> choose) {
    this.choose = choose;
    addClassName("tenant");
  }

  void show(List<Membership> memberships, Optional<Membership> current) {
    if (!memberships.equals(shown)) {
      shown = memberships;
      removeAll();
      current.ifPresent(tenant -> add(memberships.size() > 1 ? choice(tenant) : name(tenant)));
    }
  }

  private static Span name(Membership tenant) {
    Span name = new Span(tenant.name());
    name.addClassName("tenant-name");
    return name;
  }

  private Select<Membership> choice(Membership current) {
    Select<Membership> select = new Select<>();
    select.setItems(shown);
    select.setItemLabelGenerator(Membership::name);
    select.setAriaLabel("Tenant");
    select.setWidthFull();
    select.setValue(current);
    select.addValueChangeListener(change -> {
      choose.accept(change.getValue());
      getUI().ifPresent(ui -> ui.refreshCurrentRoute(true));
    });
    return select;
  }
}
