package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Distribution.Bar;
import io.feedbackplatform.admin.look.Stars;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How often each answer to a question was given, the best first. */
final class AnswerBars extends Panel {
  private final String question;
  private final OrderedList rows = new OrderedList();
  private final Map<String, AnswerBar> bars = new LinkedHashMap<>();
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

  void show(List<Bar> now, Map<String, String> filter) {
    List<String> answers = now.reversed().stream().map(Bar::value).toList();
    if (!answers.equals(List.copyOf(bars.keySet()))) {
      rows.removeAll();
      bars.clear();
      answers.forEach(answer -> bars.put(answer, new AnswerBar(label(answer), style(answer))));
      rows.add(bars.values().toArray(AnswerBar[]::new));
    }
    now.forEach(bar -> {
      Map<String, String> behind = new HashMap<>(filter);
      behind.put(question, bar.value());
      Objects.requireNonNull(bars.get(bar.value())).show(bar, behind);
    });
    none.setVisible(now.isEmpty());
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
