package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.feedbackplatform.admin.api.FeedbackFilter;
import io.feedbackplatform.admin.api.Site;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks which feedback a list is to show. */
final class FilterDialog extends Dialog {
  private static final List<String> MOODS = List.of("positive", "neutral", "negative");
  private static final List<String> STATUSES =
      List.of("new", "open", "in_progress", "resolved", "archived");

  private final Select<String> mood;
  private final Select<String> rating;
  private final Select<String> status;
  private final Select<String> site;
  private final DatePicker from = new DatePicker("From");
  private final DatePicker until = new DatePicker("Until, inclusive");
  private final FeedbackFilter before;
  private final ZoneId zone;
  private final List<FilterField> fields;

  FilterDialog(
      FeedbackFilter filter, FilterNames names, boolean anyStatus, Consumer<FeedbackFilter> then) {
    before = filter;
    zone = names.zone();
    setHeaderTitle("Filter feedback");
    setWidth("26rem");
    mood = choice("Mood", "sentiment", MOODS, FilterDialog::capital);
    rating = choice("Rating", "rating", List.of("5", "4", "3", "2", "1"), FilterWords::stars);
    status = choice("Status", "status", STATUSES, value -> capital(FilterWords.status(value)));
    status.setVisible(anyStatus);
    site =
        choice(
            "Site",
            "siteId",
            names.sites().stream().map(Site::siteId).toList(),
            id -> names.site(id).map(Site::name).orElse("Another one"));
    from.setValue(filter.get("from").map(this::day).orElse(null));
    until.setValue(filter.get("to").map(to -> day(to, 1)).orElse(null));
    from.addValueChangeListener(change -> bound());
    until.addValueChangeListener(change -> bound());
    bound();
    fields =
        List.of(
            FilterField.of("sentiment", mood, () -> text(mood.getValue())),
            FilterField.of("rating", rating, () -> text(rating.getValue())),
            FilterField.of("status", status, () -> text(status.getValue())),
            FilterField.of("siteId", site, () -> text(site.getValue())),
            FilterField.of("from", from, () -> instant(from.getValue(), 0)),
            FilterField.of("to", until, () -> instant(until.getValue(), 1)));
    Div days = new Div(from, until);
    days.addClassName("filter-days");
    from.setHelperText("Days of " + zone);
    from.setI18n(new DatePickerI18n().setMaxErrorMessage("This is after the last day."));
    until.setI18n(new DatePickerI18n().setMinErrorMessage("This is before the first day."));
    Div form = new Div(mood, rating, status, site, days);
    form.addClassName("form");
    add(form);
    Button go = new Button("Show", click -> show(then));
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", click -> close()), go);
  }

  private void show(Consumer<FeedbackFilter> then) {
    if (isForwards()) {
      close();
      then.accept(wish());
    }
  }

  private FeedbackFilter wish() {
    FeedbackFilter wish = before;
    for (FilterField field : fields) {
      wish = field.applyTo(wish);
    }
    return wish;
  }

  private void bound() {
    until.setMin(from.getValue());
    from.setMax(until.getValue());
  }

  private boolean isForwards() {
    LocalDate first = from.getValue();
    LocalDate last = until.getValue();
    return first == null || last == null || !first.isAfter(last);
  }

  // Offers what the filter asks for even where nobody would choose it.
  private Select<String> choice(
      String label, String parameter, List<String> values, UnaryOperator<String> words) {
    String asked = before.get(parameter).orElse(null);
    List<String> offered = new ArrayList<>(values);
    if (asked != null && !offered.contains(asked)) {
      offered.addFirst(asked);
    }
    Select<String> choice = new Select<>();
    choice.setLabel(label);
    choice.setItems(offered);
    choice.setEmptySelectionAllowed(true);
    choice.setEmptySelectionCaption("Any");
    choice.setItemLabelGenerator(value -> value == null ? "Any" : words.apply(value));
    choice.setValue(asked);
    choice.setWidthFull();
    return choice;
  }

  private String instant(@Nullable LocalDate day, int daysLater) {
    return day == null ? "" : day.plusDays(daysLater).atStartOfDay(zone).toInstant().toString();
  }

  private @Nullable LocalDate day(String instant) {
    return day(instant, 0);
  }

  private @Nullable LocalDate day(String instant, int nanosEarlier) {
    try {
      return Instant.parse(instant).minusNanos(nanosEarlier).atZone(zone).toLocalDate();
    } catch (DateTimeException notAnInstant) {
      return null;
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
