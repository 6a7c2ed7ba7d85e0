package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.Sentiment;
import io.feedbackplatform.admin.look.Mood;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a piece of feedback sounds, who says so, and by which words. */
final class MoodPanel extends Div {
  private final Paragraph judge = new Paragraph();
  private final Div words = new Div();
  private final Div choice = new Div();
  private final Map<Sentiment, Button> moods = new EnumMap<>(Sentiment.class);
  private final Button takeBack = new Button("Take back");
  private @Nullable Feedback shown;

  MoodPanel() {
    addClassName("mood-panel");
    judge.addClassName("quiet");
    words.addClassName("chips");
    choice.addClassName("mood-choice");
    choice.getElement().setAttribute("role", "group").setAttribute("aria-label", "Mood");
    choice.setVisible(false);
    add(new H3("Mood"), choice, judge, words);
  }

  /**
   * Lets the mood be corrected.
   *
   * @param judged told what somebody says it is, or null to take that back
   */
  void offer(Consumer<@Nullable Sentiment> judged) {
    for (Sentiment sentiment : Sentiment.values()) {
      Button mood = new Button(Mood.word(sentiment), click -> choose(sentiment, judged));
      mood.addClassNames("mood-button", "mood-" + Mood.key(sentiment));
      mood.addThemeVariants(ButtonVariant.LUMO_SMALL);
      moods.put(sentiment, mood);
      choice.add(mood);
    }
    takeBack.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    takeBack.setTooltipText("Let what was found in the words and the rating stand again");
    takeBack.addClickListener(click -> judged.accept(null));
    choice.add(takeBack);
    choice.setVisible(true);
  }

  private void choose(Sentiment sentiment, Consumer<@Nullable Sentiment> judged) {
    if (shown == null || shown.sentiment() != sentiment || !shown.isCorrected()) {
      judged.accept(sentiment);
    }
  }

  void show(Feedback feedback) {
    shown = feedback;
    judge.setText(judge(feedback));
    moods.forEach((sentiment, button) ->
        button
            .getElement()
            .setAttribute("aria-pressed", String.valueOf(sentiment == feedback.sentiment())));
    takeBack.setVisible(feedback.isCorrected());
    words.removeAll();
    List<String> decided = feedback.sentimentWords();
    decided.forEach(word -> words.add(word(word, feedback.sentiment())));
    words.setVisible(!decided.isEmpty());
  }

  private static Span word(String word, Sentiment sentiment) {
    Span chip = new Span(word);
    chip.addClassNames("chip", "mood-" + Mood.key(sentiment));
    return chip;
  }

  private static String judge(Feedback feedback) {
    boolean words = !feedback.sentimentWords().isEmpty();
    return switch (feedback.sentimentSource()) {
      case "person" -> "Somebody of your team said so.";
      case "comprehend" -> "Judged by Amazon Comprehend.";
      default ->
          words
              ? "Judged by the platform's word lists. These words decided:"
              : feedback.message() == null
                  ? "Judged by the rating."
                  : feedback.rating() != null
                      ? "No word of the message speaks for this mood; the rating decided."
                      : "No word of the message decided; the platform's word lists know none of them.";
    };
  }
}
