package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Sentiment;

/** A sentiment as a coloured word. */
public final class Mood extends Span {

  /** Shows a sentiment. */
  public Mood(Sentiment sentiment) {
    show(sentiment);
  }

  /** Shows another one. */
  public void show(Sentiment sentiment) {
    setText(word(sentiment));
    setClassName("chip mood-" + key(sentiment));
  }

  /** The sentiment as the user reads it. */
  public static String word(Sentiment sentiment) {
    return switch (sentiment) {
      case POSITIVE -> "Positive";
      case NEUTRAL -> "Neutral";
      case NEGATIVE -> "Negative";
    };
  }

  /** The sentiment's name in style sheets. */
  public static String key(Sentiment sentiment) {
    return switch (sentiment) {
      case POSITIVE -> "positive";
      case NEUTRAL -> "neutral";
      case NEGATIVE -> "negative";
    };
  }
}
