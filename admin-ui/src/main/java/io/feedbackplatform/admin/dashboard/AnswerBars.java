package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Distribution.Bar;
import io.feedbackplatform.admin.look.InboxLink;
import io.feedbackplatform.admin.look.Stars;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each answer to a question was given, the best first. */
final class AnswerBars extends Panel {
  private final String question;
  private final OrderedList rows = new OrderedList();
  private final Paragraph none = new Paragraph("Nobody answered in this period.");

  /**
   * A panel.
   *
   * @param question rating, nps or ces, as the API names it
   */
  AnswerBars(String title, String question) {
    super(title);
    this.question = question;
    rows.addClassName("bars");
    none.addClassName("quiet");
    add(rows, none);
  }

  void show(List<Bar> bars, Map<String, String> filter) {
    rows.removeAll();
    bars.reversed().forEach(bar -> rows.add(row(bar, filter)));
    none.setVisible(bars.isEmpty());
  }

  private ListItem row(Bar bar, Map<String, String> filter) {
    Div fill = new Div();
    fill.addClassNames("bar-fill", style(bar.value()));
    fill.getStyle().set("width", bar.percentage() + "%");
    Div track = new Div(fill);
    track.addClassName("bar-track");
    track.getElement().setAttribute("aria-hidden", "true");
    Map<String, String> behind = new HashMap<>(filter);
    behind.put(question, bar.value());
    InboxLink count =
        new InboxLink(
            Percent.of(bar.count(), bar.percentage()),
            "feedback with the answer " + bar.value(),
            behind);
    count.addClassName("legend-number");
    return new ListItem(label(bar.value()), track, count);
  }

  private Component label(String value) {
    if (question.equals("rating")) {
      return new Stars(Integer.valueOf(value));
    }
    Span label = new Span(value);
    label.addClassName("bar-label");
    return label;
  }

  // Promoters, passives and detractors, as the score counts them.
  private String style(String value) {
    if (!question.equals("nps")) {
      return "bar-" + question;
    }
    int answer = Integer.parseInt(value);
    return answer >= 9 ? "bar-positive" : answer >= 7 ? "bar-neutral" : "bar-negative";
  }
}
