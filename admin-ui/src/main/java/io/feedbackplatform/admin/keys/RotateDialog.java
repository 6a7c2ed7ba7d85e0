package io.feedbackplatform.admin.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.feedbackplatform.admin.api.ApiKey;
import java.util.List;
import java.util.function.IntConsumer;

/** Asks for how long the old secret of a key goes on working beside the new one. */
final class RotateDialog extends Dialog {

  RotateDialog(ApiKey key, IntConsumer then) {
    setHeaderTitle("New secret for " + key.name() + "?");
    setWidth("28rem");
    Select<Integer> overlap = new Select<>();
    overlap.setLabel("The present secret works for");
    overlap.setItems(List.of(0, 1, 24, 72, 168));
    overlap.setItemLabelGenerator(RotateDialog::word);
    overlap.setValue(24);
    overlap.setWidthFull();
    Button go =
        new Button(
            "Make new secret",
            click -> {
              close();
              then.accept(overlap.getValue());
            });
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div form =
        new Div(
            new Paragraph(
                "The partner gets a new secret. Until the present one ends, both work, so that"
                    + " nothing of theirs stops meanwhile."),
            overlap);
    form.addClassName("form");
    add(form);
    getFooter().add(new Button("Cancel", click -> close()), go);
  }

  private static String word(int hours) {
    return switch (hours) {
      case 0 -> "no longer: it ends at once";
      case 1 -> "one more hour";
      case 24 -> "one more day";
      default -> hours / 24 + " more days";
    };
  }
}
