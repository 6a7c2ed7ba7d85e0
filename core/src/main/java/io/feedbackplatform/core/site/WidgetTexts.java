package io.feedbackplatform.core.site;

import java.util.Set;
import java.util.TreeSet;

/** The texts of the widget that a site may word differently. */
final class WidgetTexts {

  static final int LONGEST = 300;

  /** As the widget names them. */
  static final Set<String> NAMES =
      Set.of(
          "launcher",
          "title",
          "close",
          "rating",
          "rating1",
          "rating2",
          "rating3",
          "rating4",
          "rating5",
          "nps",
          "nps0",
          "nps10",
          "ces",
          "ces1",
          "ces7",
          "message",
          "messageHint",
          "charactersLeft",
          "name",
          "email",
          "optional",
          "send",
          "sending",
          "stillSending",
          "retry",
          "nothingToSend",
          "emailInvalid",
          "invalid",
          "failed",
          "notSetUp",
          "thanksTitle",
          "thanks",
          "done");

  private WidgetTexts() {}

  /** All of them in a sentence. */
  static String listed() {
    return String.join(", ", new TreeSet<>(NAMES));
  }
}
