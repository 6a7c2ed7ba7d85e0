package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.feedbackplatform.admin.api.FeedbackFilter;
import io.feedbackplatform.admin.api.Site;
import io.feedbackplatform.admin.look.Stars;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks which feedback a list is to show. */
final class FilterDialog extends Dialog {
  private final Select<String> mood;
  private final Select<String> rating;
  private final Select<String> status;
  private final Select<String> site;
  private final DatePicker from = new DatePicker("From");
  private final DatePicker until = new DatePicker("Until, inclusive");
  private final FeedbackFilter before;
  private final ZoneId zone;

  FilterDialog(
      FeedbackFilter filter, FilterNames names, boolean anyStatus, Consumer<FeedbackFilter> then) {
    before = filter;
    zone = names.zone();
    setHeaderTitle("Filter feedback");
    setWidth("26rem");
    mood = choice("Mood", List.of("positive", "neutral", "negative"), FilterDialog::capital);
    rating = choice("Rating", List.of("5", "4", "3", "2", "1"), FilterDialog::stars);
    status =
        choice(
            "Status",
            List.of("new", "open", "in_progress", "resolved", "archived"),
            value -> capital(FilterWords.status(value)));
    status.setVisible(anyStatus);
    site =
        choice(
            "Site",
            names.sites().stream().map(Site::siteId).toList(),
            id -> names.site(id).map(Site::name).orElse(id));
    mood.setValue(filter.get("sentiment").orElse(null));
    rating.setValue(filter.get("rating").orElse(null));
    status.setValue(filter.get("status").orElse(null));
    site.setValue(filter.get("siteId").filter(id -> names.site(id).isPresent()).orElse(null));
    from.setValue(filter.get("from").map(this::day).orElse(null));
    until.setValue(filter.get("to").map(to -> day(to, 1)).orElse(null));
    Div days = new Div(from, until);
    days.addClassName("filter-days");
    from.setHelperText("Days of " + zone);
    Div form = new Div(mood, rating, status, site, days);
    form.addClassName("form");
    add(form);
    Button go =
        new Button(
            "Show",
            click -> {
              close();
              then.accept(wish());
            });
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", click -> close()), go);
  }

  private FeedbackFilter wish() {
    return before
        .with("sentiment", text(mood.getValue()))
        .with("rating", text(rating.getValue()))
        .with("status", text(status.getValue()))
        .with("siteId", text(site.getValue()))
        .with("from", instant(from.getValue(), 0))
        .with("to", instant(until.getValue(), 1));
  }

  private static Select<String> choice(
      String label, List<String> values, UnaryOperator<String> words) {
    Select<String> choice = new Select<>();
    choice.setLabel(label);
    choice.setItems(values);
    choice.setEmptySelectionAllowed(true);
    choice.setEmptySelectionCaption("Any");
    choice.setItemLabelGenerator(value -> value == null ? "Any" : words.apply(value));
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

  private static String stars(String rating) {
    return Stars.text(Integer.valueOf(rating));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
