package io.feedbackplatform.admin.sites;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.SvgIcon;
import io.feedbackplatform.admin.api.SiteKey;
import io.feedbackplatform.admin.look.Moment;
import io.feedbackplatform.admin.look.Row;
import io.feedbackplatform.admin.look.Symbol;
import java.util.ArrayList;
import java.util.function.Consumer;

/** The keys of a site that are in use, with what can be done to each. */
final class SiteKeyList extends UnorderedList {
  private final Consumer<SiteKey> rotate;
  private final Consumer<SiteKey> end;

  SiteKeyList(Consumer<SiteKey> rotate, Consumer<SiteKey> end) {
    this.rotate = rotate;
    this.end = end;
    addClassName("rows");
  }

  void show(SiteState site) {
    removeAll();
    site.keys().forEach(key -> add(row(key, site.mayManage())));
    if (site.keys().isEmpty()) {
      Row none = new Row(mark(), "No key yet", new Span("Pages need one to send feedback."));
      add(none);
    }
  }

  private Row row(SiteKey key, boolean mayManage) {
    Span name = new Span(key.siteKey());
    name.addClassName("code");
    var actions = new ArrayList<Component>();
    if (key.isReplaced()) {
      Span over = new Span("Replaced");
      over.addClassName("chip");
      actions.add(over);
    } else if (mayManage) {
      Button turn = new Button("Rotate", click -> rotate.accept(key));
      turn.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      turn.setAriaLabel("Rotate " + key.siteKey());
      actions.add(turn);
    }
    if (mayManage) {
      Button bin = new Button(Symbol.BIN.icon(), click -> end.accept(key));
      bin.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
      bin.setAriaLabel("End " + key.siteKey());
      bin.setTooltipText("End");
      actions.add(bin);
    }
    return new Row(mark(), name, life(key), actions.toArray(Component[]::new));
  }

  private static SvgIcon mark() {
    SvgIcon mark = Symbol.KEY.icon();
    mark.addClassName("row-mark");
    return mark;
  }

  private static Div life(SiteKey key) {
    Div life = new Div(new Span("Made "), new Moment(key.createdAt()));
    life.addClassName("row-below");
    if (key.lastUsedAt() == null) {
      life.add(new Span("· not used yet"));
    } else {
      life.add(new Span("· last used "), new Moment(key.lastUsedAt()));
    }
    if (key.endsAt() != null) {
      life.add(new Span("· ends "), new Moment(key.endsAt()));
    }
    return life;
  }
}
