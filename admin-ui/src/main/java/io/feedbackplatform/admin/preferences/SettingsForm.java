package io.feedbackplatform.admin.preferences;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.TenantSettings;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings as fields, which only those can change who manage the tenant. */
final class SettingsForm extends Div {
  private static final String LEXICON = "lexicon";
  private static final String COMPREHEND = "comprehend";

  private final ComboBox<String> zone = new ComboBox<>("Time zone");
  private final RadioButtonGroup<String> judge = new RadioButtonGroup<>("Moods are judged by");
  private final Paragraph note =
      new Paragraph("Only administrators and owners can change these settings.");
  private final Paragraph trouble = new Paragraph();
  private final Button save = new Button("Save");
  private @Nullable SettingsState shown;

  SettingsForm(Consumer<TenantSettings> wanted) {
    zone.setWidth("min(26rem, 100%)");
    zone.setHelperText(
        "Hours, days and months of the figures go by its clocks. Another one holds for feedback from"
            + " then on; what is there keeps the days that it came on.");
    zone.setItemLabelGenerator(id -> Zones.label(id, Instant.now()));
    judge.setItems(LEXICON, COMPREHEND);
    judge.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    judge.setItemLabelGenerator(SettingsForm::words);
    judge.setHelperText(
        "With Amazon Comprehend, messages are sent to AWS and judged a little later; until then the"
            + " word lists' word stands. A person's word always stands before both.");
    note.addClassName("quiet");
    trouble.addClassName("dialog-trouble");
    trouble.getElement().setAttribute("role", "alert");
    trouble.setVisible(false);
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.setDisableOnClick(true);
    save.addClickListener(click -> wanted.accept(wish()));
    zone.addValueChangeListener(change -> ready());
    judge.addValueChangeListener(change -> ready());
    Div fields = new Div(note, zone, judge, trouble, save);
    fields.addClassNames("form", "settings");
    add(new H2("Figures and moods"), fields);
    addClassName("panel");
  }

  void show(SettingsState now) {
    // What somebody is about to choose must not be taken from them.
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    TenantSettings settings = now.settings();
    List<String> zones = Zones.all(settings.timeZone());
    zone.setItems(
        (id, typed) -> typed.isBlank() || Zones.matches(Zones.label(id, Instant.now()), typed),
        zones);
    zone.setValue(settings.timeZone());
    judge.setValue(settings.sentimentBy());
    zone.setReadOnly(!now.mayChange());
    judge.setReadOnly(!now.mayChange());
    note.setVisible(!now.mayChange());
    save.setVisible(now.mayChange());
    trouble.setVisible(false);
    ready();
  }

  void refused(ApiException why) {
    trouble.setText(why.explanation());
    trouble.setVisible(true);
    ready();
  }

  private void ready() {
    save.setEnabled(shown != null && zone.getValue() != null && !wish().equals(shown.settings()));
  }

  private TenantSettings wish() {
    return new TenantSettings(zone.getValue(), judge.getValue());
  }

  private static String words(String judge) {
    return switch (judge) {
      case LEXICON -> "The platform's word lists, at once";
      case COMPREHEND -> "Amazon Comprehend";
      default -> judge;
    };
  }
}
