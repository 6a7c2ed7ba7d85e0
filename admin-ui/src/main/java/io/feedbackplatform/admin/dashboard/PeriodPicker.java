package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.feedbackplatform.admin.api.Figures;
import io.feedbackplatform.admin.api.Site;
import io.feedbackplatform.admin.look.InboxLink;
import io.feedbackplatform.admin.look.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chooses the period and the site of the figures, and says which they are. */
final class PeriodPicker extends Div {
  private final Select<Period> period = new Select<>();
  private final Select<Site> site = new Select<>();
  private final Paragraph words = new Paragraph();
  private final Paragraph all = new Paragraph();
  private final InboxLink total = new InboxLink();
  private final Span changed = new Span();
  private final Consumer<Choice> chosen;
  private Choice shown = Choice.FIRST;
  private List<Site> sites = List.of();
  private boolean choosing = true;

  PeriodPicker(Consumer<Choice> chosen) {
    this.chosen = chosen;
    addClassName("period");
    period.setItems(Period.values());
    period.setItemLabelGenerator(Period::words);
    period.setAriaLabel("Period");
    period.addValueChangeListener(change -> choose(new Choice(change.getValue(), shown.siteId())));
    site.setEmptySelectionAllowed(true);
    site.setEmptySelectionCaption("All sites");
    site.setPlaceholder("All sites");
    site.setItemLabelGenerator(one -> one == null ? "All sites" : one.name());
    site.setAriaLabel("Site");
    site.setVisible(false);
    all.add(new Span("Of all time: "), total, changed);
    all.setVisible(false);
    site.addValueChangeListener(change ->
        choose(
            new Choice(
                shown.period(), change.getValue() == null ? null : change.getValue().siteId())));
    Div pickers = new Div(period, site);
    pickers.addClassName("period-pickers");
    Div about = new Div(words, all);
    about.addClassName("period-words");
    add(pickers, about);
  }

  private void choose(Choice choice) {
    if (choosing && !choice.equals(shown)) {
      chosen.accept(choice);
    }
  }

  void show(Choice choice) {
    shown = choice;
    choosing = false;
    period.setValue(choice.period());
    List<Site> offered = offered(choice.siteId());
    site.setItems(offered);
    site.setVisible(offered.size() > 1 || choice.siteId() != null);
    site.setValue(
        offered.stream()
            .filter(one -> one.siteId().equals(choice.siteId()))
            .findFirst()
            .orElse(null));
    choosing = true;
  }

  /** Offers sites, where there are several. */
  void offer(List<Site> known) {
    sites = known;
    show(shown);
  }

  // A site that is not known, too, has to be seen as chosen, so that another can be chosen instead.
  private List<Site> offered(@Nullable String siteId) {
    if (siteId == null || sites.stream().anyMatch(one -> one.siteId().equals(siteId))) {
      return sites;
    }
    List<Site> more = new ArrayList<>(sites);
    more.addFirst(new Site(siteId, "Another site", List.of(), "", "", Instant.EPOCH));
    return more;
  }

  /** Says which period it is, and which one it is compared with. */
  void tell(Figures now, ZoneId zone) {
    words.removeAll();
    if (now.range() != null) {
      words.add(new Span(span(now.range().from(), now.range().to(), zone)));
      if (now.comparison() != null) {
        words.add(
            ", compared with "
                + span(now.comparison().from(), now.comparison().to(), zone)
                + ". Days of "
                + zone
                + ".");
      }
    }
    all.setVisible(true);
    total.lead(Numbers.of(now.totalFeedback(), getLocale()), "all feedback", site(shown));
    changed.removeAll();
    if (now.lastUpdated() != null) {
      changed.add(new Text(", last change "), new Moment(now.lastUpdated()));
    }
  }

  private static Map<String, String> site(Choice choice) {
    return choice.siteId() == null ? Map.of() : Map.of("siteId", choice.siteId());
  }

  private String span(Instant from, Instant to, ZoneId zone) {
    String pattern = shown.period() == Period.HOURS ? "d MMM, HH:mm" : "d MMM uuuu";
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, getLocale()).withZone(zone);
    return format.format(from) + " – " + format.format(to.minusNanos(1));
  }
}
