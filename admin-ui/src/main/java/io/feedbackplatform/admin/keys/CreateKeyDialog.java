package io.feedbackplatform.admin.keys;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.feedbackplatform.admin.api.ApiException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks what a new key is called, for and until when. Stays until the key is made. */
final class CreateKeyDialog extends Dialog {
  private final TextField name = new TextField("Name");
  private final CheckboxGroup<String> scopes = new CheckboxGroup<>("It may");
  private final DatePicker lastDay = new DatePicker("Last day");
  private final Paragraph trouble = new Paragraph();
  private final Button create = new Button("Create key");

  /** What to make. */
  interface Wish {
    void of(String name, Set<String> scopes, @Nullable Instant expiresAt);
  }

  CreateKeyDialog(Wish wish) {
    setHeaderTitle("New API key");
    setWidth("28rem");
    name.setWidthFull();
    name.setMaxLength(100);
    name.setPlaceholder("Nightly export");
    name.setHelperText("Whom or what it is for, so that you know later.");
    name.setAutofocus(true);
    scopes.setItems(Scopes.ALL);
    scopes.setItemLabelGenerator(Scopes::word);
    scopes.addClassName("choices");
    lastDay.setWidthFull();
    lastDay.setMin(LocalDate.now(ZoneOffset.UTC));
    lastDay.setHelperText("Empty for a key that does not expire. Days end at midnight UTC.");
    lastDay.setClearButtonVisible(true);
    trouble.addClassName("dialog-trouble");
    trouble.getElement().setAttribute("role", "alert");
    trouble.setVisible(false);
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    create.addClickShortcut(Key.ENTER);
    create.setDisableOnClick(true);
    create.addClickListener(
        click -> wish.of(name.getValue().strip(), scopes.getValue(), end(lastDay.getValue())));
    Div form = new Div(name, scopes, lastDay, trouble);
    form.addClassName("form");
    add(form);
    getFooter().add(new Button("Cancel", click -> close()), create);
  }

  void refused(ApiException why) {
    trouble.setText(why.explanation());
    trouble.setVisible(true);
    create.setEnabled(true);
  }

  private static @Nullable Instant end(@Nullable LocalDate lastDay) {
    return lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
