package io.feedbackplatform.admin.sites;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Site;
import java.util.List;
import java.util.function.Consumer;

/** Asks what a site is called and where it is. Stays until that is kept. */
final class SiteDialog extends Dialog {
  private final TextField name = new TextField("Name");
  private final TextArea origins = new TextArea("Allowed origins");
  private final Select<String> question = new Select<>();
  private final Checkbox work = new Checkbox("Ask browsers for proof of work");
  private final Paragraph trouble = new Paragraph();
  private final Button save;

  static SiteDialog forNew(Consumer<Site.Wish> then) {
    return new SiteDialog("New site", "Create site", then);
  }

  static SiteDialog of(Site site, Consumer<Site.Wish> then) {
    SiteDialog dialog = new SiteDialog("Edit " + site.name(), "Save", then);
    dialog.name.setValue(site.name());
    dialog.origins.setValue(String.join("\n", site.origins()));
    dialog.question.setValue(site.question());
    dialog.work.setValue(site.asksForWork());
    return dialog;
  }

  private SiteDialog(String title, String verb, Consumer<Site.Wish> then) {
    setHeaderTitle(title);
    setWidth("30rem");
    name.setWidthFull();
    name.setMaxLength(200);
    name.setPlaceholder("Web shop");
    name.setAutofocus(true);
    origins.setWidthFull();
    origins.setMinRows(3);
    origins.setMaxRows(10);
    origins.setPlaceholder("https://www.example.com\nhttps://*.example.com");
    origins.setHelperText(
        "One a line: scheme, host and port. A star at the front stands for all names below a"
            + " domain, not for the domain itself.");
    origins.addClassName("origins");
    question.setLabel("The form asks");
    question.setItems(QuestionWords.all());
    question.setItemLabelGenerator(QuestionWords::of);
    question.setValue(Site.RATING);
    question.setWidthFull();
    work.setHelperText(
        "Visitors notice nothing; programs that send in bulk pay with computing time.");
    trouble.addClassName("dialog-trouble");
    trouble.getElement().setAttribute("role", "alert");
    trouble.setVisible(false);
    save = new Button(verb, click -> then.accept(wish()));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.setDisableOnClick(true);
    Div form = new Div(name, origins, question, work, trouble);
    form.addClassName("form");
    add(form);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }

  private Site.Wish wish() {
    List<String> listed = origins.getValue().lines().map(String::strip).toList();
    return Site.Wish.of(
        name.getValue().strip(),
        listed.stream().filter(line -> !line.isEmpty()).toList(),
        work.getValue(),
        question.getValue());
  }

  void refused(ApiException why) {
    trouble.setText(why.explanation());
    trouble.setVisible(true);
    save.setEnabled(true);
  }
}
