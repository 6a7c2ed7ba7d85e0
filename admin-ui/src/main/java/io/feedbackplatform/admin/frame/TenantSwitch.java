package io.feedbackplatform.admin.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.feedbackplatform.admin.api.Me.Membership;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The name of the tenant on screen; a choice for users who belong to several, or no longer to this
 * one.
 */
final class TenantSwitch extends Div {
  private final Consumer<Membership> choose;
  private List<Membership> shown = List.of();
  private String on = "";

  TenantSwitch(Consumer<Membership> choose) {
    this.choose = choose;
    addClassName("tenant");
  }

  void show(List<Membership> memberships, Optional<Membership> current) {
    String tenant = current.map(Membership::tenantId).orElse("");
    if (!memberships.equals(shown) || !tenant.equals(on)) {
      shown = memberships;
      on = tenant;
      removeAll();
      if (memberships.size() > 1 || (current.isEmpty() && !memberships.isEmpty())) {
        add(choice(current));
      } else {
        current.ifPresent(one -> add(name(one)));
      }
    }
  }

  private static Span name(Membership tenant) {
    Span name = new Span(tenant.name());
    name.addClassName("tenant-name");
    return name;
  }

  private Select<Membership> choice(Optional<Membership> current) {
    Select<Membership> select = new Select<>();
    select.setItems(shown);
    select.setItemLabelGenerator(Membership::name);
    select.setAriaLabel("Tenant");
    select.setWidthFull();
    select.setPlaceholder("Choose a tenant");
    current.ifPresent(select::setValue);
    select.addValueChangeListener(change -> {
      on = change.getValue().tenantId();
      choose.accept(change.getValue());
      getUI().ifPresent(ui -> ui.refreshCurrentRoute(true));
    });
    return select;
  }
}
