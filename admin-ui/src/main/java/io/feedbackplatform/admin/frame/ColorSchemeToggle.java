package io.feedbackplatform.admin.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.feedbackplatform.admin.look.Symbol;

/** Light or dark. Follows the system until used; the choice is kept in the browser. */
final class ColorSchemeToggle extends Button {

  ColorSchemeToggle() {
    setIcon(Symbol.SCHEME.icon());
    addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    setAriaLabel("Switch between light and dark");
    setTooltipText("Light or dark");
    addClickListener(click -> getElement().executeJs("window.feedbackColorScheme.toggle()"));
  }
}
