package io.feedbackplatform.api.feedback;

import io.feedbackplatform.core.sentiment.Sentiment;
import java.util.Arrays;
import java.util.Optional;

/** How a mood is spelt in bodies and queries. */
final class SentimentWord {

  static final String NEEDED = "Send one of positive, neutral and negative.";

  private SentimentWord() {}

  static Optional<Sentiment> parse(String word) {
    return Arrays.stream(Sentiment.values())
        .filter(sentiment -> FeedbackResponse.word(sentiment).equals(word))
        .findFirst();
  }
}
