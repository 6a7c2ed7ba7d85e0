package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.feedbackplatform.admin.api.Distribution.Bar;
import io.feedbackplatform.admin.look.InboxLink;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How the feedback sounds, as parts of a whole. The list beneath says the same in words. */
final class SentimentBar extends Panel {
  private final Div bar = new Div();
  private final UnorderedList legend = new UnorderedList();
  private final Map<String, InboxLink> numbers = new LinkedHashMap<>();
  private final Paragraph none = new Paragraph("There is no feedback in this period.");

  SentimentBar() {
    super("Sentiment");
    bar.addClassName("split");
    bar.getElement().setAttribute("aria-hidden", "true");
    legend.addClassName("legend");
    none.addClassName("quiet");
    add(bar, legend, none);
  }

  void show(List<Bar> sentiments, Map<String, String> filter) {
    bar.removeAll();
    List<String> moods = sentiments.stream().map(Bar::value).toList();
    if (!moods.equals(List.copyOf(numbers.keySet()))) {
      legend.removeAll();
      numbers.clear();
      moods.forEach(this::addMood);
    }
    sentiments.forEach(part -> part(part, filter));
    bar.setVisible(!sentiments.isEmpty());
    legend.setVisible(!sentiments.isEmpty());
    none.setVisible(sentiments.isEmpty());
  }

  private void addMood(String mood) {
    Span dot = new Span();
    dot.addClassNames("dot", "mood-" + mood);
    InboxLink number = new InboxLink();
    number.addClassName("legend-number");
    numbers.put(mood, number);
    String word = Character.toUpperCase(mood.charAt(0)) + mood.substring(1);
    legend.add(new ListItem(dot, new Span(word), number));
  }

  private void part(Bar part, Map<String, String> filter) {
    String mood = part.value();
    if (part.count() > 0) {
      Div slice = new Div();
      slice.addClassName("mood-" + mood);
      slice.getStyle().set("flex-grow", String.valueOf(part.count()));
      bar.add(slice);
    }
    Map<String, String> behind = new HashMap<>(filter);
    behind.put("sentiment", mood);
    Objects.requireNonNull(numbers.get(mood))
        .lead(Numbers.of(part.count(), part.percentage(), getLocale()), mood + " feedback", behind);
  }
}
