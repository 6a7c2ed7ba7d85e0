package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.feedbackplatform.admin.api.Figures.Sentiments;
import io.feedbackplatform.admin.api.Sentiment;
import io.feedbackplatform.admin.look.Mood;

/** How the feedback sounds, as parts of a whole. The list beneath says the same in words. */
final class SentimentBar extends Panel {
  private final Div bar = new Div();
  private final UnorderedList legend = new UnorderedList();

  SentimentBar() {
    super("Sentiment");
    bar.addClassName("split");
    bar.getElement().setAttribute("aria-hidden", "true");
    legend.addClassName("legend");
    add(bar, legend);
  }

  void show(Sentiments sentiments) {
    bar.removeAll();
    legend.removeAll();
    long all = sentiments.positive() + sentiments.neutral() + sentiments.negative();
    part(Sentiment.POSITIVE, sentiments.positive(), all);
    part(Sentiment.NEUTRAL, sentiments.neutral(), all);
    part(Sentiment.NEGATIVE, sentiments.negative(), all);
  }

  private void part(Sentiment sentiment, long count, long all) {
    if (count > 0) {
      Div part = new Div();
      part.addClassNames("mood-" + Mood.key(sentiment));
      part.getStyle().set("flex-grow", String.valueOf(count));
      bar.add(part);
    }
    Span dot = new Span();
    dot.addClassNames("dot", "mood-" + Mood.key(sentiment));
    Span number = new Span(count + " · " + Percent.of(count, all));
    number.addClassName("legend-number");
    legend.add(new ListItem(dot, new Span(Mood.word(sentiment)), number));
  }
}
