package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Groups;
import io.feedbackplatform.admin.api.Groups.Group;
import io.feedbackplatform.admin.api.Scores.Estimate;
import io.feedbackplatform.admin.look.InboxLink;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Categories or tags with their figures. */
final class GroupTable extends Panel {
  private final String none;
  private final Div content = new Div();
  private final Paragraph note = new Paragraph();
  private @Nullable Groups shown;

  /**
   * A panel.
   *
   * @param none what is said when there are none
   */
  GroupTable(String title, String none) {
    super(title);
    this.none = none;
    content.addClassName("table");
    note.addClassName("quiet");
    add(content, note);
  }

  /**
   * Shows them.
   *
   * @param days of which days they are, if not those of the other figures
   * @param allSites whether it is told of all sites although one is on screen
   */
  void show(Groups groups, String days, boolean allSites) {
    note.setText(note(groups, days, allSites));
    note.setVisible(!note.getText().isEmpty());
    if (groups.equals(shown)) {
      return;
    }
    shown = groups;
    content.removeAll();
    content.setVisible(!groups.items().isEmpty());
    if (groups.items().isEmpty()) {
      return;
    }
    NativeTable table = new NativeTable();
    NativeTableRow head = table.getHead().addRow();
    Stream.of("Name", "Feedback", "Rating", "Positive")
        .forEach(name -> head.addHeaderCell().setText(name));
    groups.items().forEach(group -> fill(table.getBody().addRow(), group));
    content.add(table);
  }

  private String note(Groups groups, String days, boolean allSites) {
    if (groups.items().isEmpty()) {
      return none;
    }
    int more = groups.names() - groups.items().size();
    return Stream.of(
            days,
            more > 0 ? "And " + more + " more." : "",
            groups.complete() ? "" : "There are too many to read all of this period.",
            allSites ? "Of all sites: these are not counted by site." : "")
        .filter(words -> !words.isEmpty())
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  private void fill(NativeTableRow row, Group group) {
    Span name = new Span(group.name());
    name.addClassName("group-name");
    row.addHeaderCell().add(name);
    String total = Numbers.of(group.totalFeedback(), getLocale());
    row.addDataCell().add(new InboxLink(total, "feedback of " + group.name(), group.filter()));
    row.addDataCell().add(score(Score.RATING, group));
    row.addDataCell().add(score(Score.POSITIVE, group));
  }

  private Component score(Score score, Group group) {
    Estimate estimate = score.in(group.scores());
    if (estimate == null) {
      return new Span("–");
    }
    Map<String, String> filter = new HashMap<>(group.filter());
    filter.putAll(score.filter());
    InboxLink value =
        new InboxLink(
            score.format(estimate.value(), getLocale()),
            "%s of %s, %s with 95 %% confidence, from %s"
                .formatted(
                    score.words(),
                    group.name(),
                    score.interval(estimate, getLocale()),
                    Numbers.of(estimate.n(), getLocale())),
            filter);
    var change = score.in(group.changes());
    return change == null || !change.significant()
        ? value
        : new Div(value, Difference.of(score, change, getLocale()));
  }
}
