package io.feedbackplatform.admin.sites;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a widget can ask, in the order and the words that people choose it by. */
final class QuestionWords {
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("rating", "How was it? 1 to 5 stars");
    WORDS.put("nps", "How likely to recommend? 0 to 10 (NPS)");
    WORDS.put("ces", "Was it easy? 1 to 7 (CES)");
  }

  private QuestionWords() {}

  static List<String> all() {
    return List.copyOf(WORDS.keySet());
  }

  /** A question that came later is told by its own name. */
  static String of(String question) {
    return WORDS.getOrDefault(question, question);
  }
}
