package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.IntConsumer;

/** Asks for how long something goes on working beside what takes its place. */
public final class OverlapDialog extends Dialog {

  /**
   * A question.
   *
   * @param why what happens, and what the overlap is good for
   * @param label of the choice, as in "The present key works for"
   * @param then told the hours
   */
  public OverlapDialog(String title, String why, String label, String verb, IntConsumer then) {
    setHeaderTitle(title);
    setWidth("28rem");
    Select<Integer> overlap = new Select<>();
    overlap.setLabel(label);
    overlap.setItems(List.of(0, 1, 24, 72, 168));
    overlap.setItemLabelGenerator(OverlapDialog::word);
    overlap.setValue(24);
    overlap.setWidthFull();
    Button go =
        new Button(
            verb,
            click -> {
              close();
              then.accept(overlap.getValue());
            });
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div form = new Div(new Paragraph(why), overlap);
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
