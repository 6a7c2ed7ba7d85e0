package io.feedbackplatform.admin.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.SvgIcon;
import io.feedbackplatform.admin.api.ApiKey;
import io.feedbackplatform.admin.look.Moment;
import io.feedbackplatform.admin.look.Row;
import io.feedbackplatform.admin.look.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The keys of a tenant, with what can be done to those that work. */
final class KeyList extends UnorderedList {
  private final Consumer<ApiKey> rotate;
  private final Consumer<ApiKey> revoke;

  KeyList(Consumer<ApiKey> rotate, Consumer<ApiKey> revoke) {
    this.rotate = rotate;
    this.revoke = revoke;
    addClassName("rows");
  }

  void show(List<ApiKey> keys, Instant now) {
    removeAll();
    keys.forEach(key -> add(row(key, now)));
  }

  private Row row(ApiKey key, Instant now) {
    SvgIcon mark = Symbol.KEY.icon();
    mark.addClassName("row-mark");
    Div below = new Div();
    below.addClassName("row-below");
    key.scopes().forEach(scope -> below.add(chip(Scopes.word(scope))));
    below.add(life(key, now));
    if (!key.worksAt(now)) {
      Row row =
          new Row(mark, key.name(), below, chip(key.revokedAt() != null ? "Revoked" : "Expired"));
      row.addClassName("row-over");
      return row;
    }
    Button turn = new Button("Rotate", click -> rotate.accept(key));
    turn.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    turn.setAriaLabel("Rotate " + key.name());
    Button end = new Button(Symbol.BIN.icon(), click -> revoke.accept(key));
    end.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    end.setAriaLabel("Revoke " + key.name());
    end.setTooltipText("Revoke");
    return new Row(mark, key.name(), below, turn, end);
  }

  private static Span life(ApiKey key, Instant now) {
    Span life = new Span();
    life.addClassName("row-life");
    if (key.lastUsedAt() == null) {
      life.add("Never used");
    } else {
      life.add(new Span("Last used "), new Moment(key.lastUsedAt()));
    }
    if (key.expiresAt() != null && key.worksAt(now)) {
      life.add(new Span(" · ends "), new Moment(key.expiresAt()));
    }
    if (key.formerSecretEndsAt() != null && key.worksAt(now)) {
      life.add(new Span(" · former secret ends "), new Moment(key.formerSecretEndsAt()));
    }
    return life;
  }

  private static Span chip(String word) {
    Span chip = new Span(word);
    chip.addClassName("chip");
    return chip;
  }
}
