package io.feedbackplatform.core.apikey;

import java.util.Arrays;
import java.util.Optional;

/** What an API key may do. */
public enum ApiKeyScope {
  FEEDBACK_READ("feedback:read"),
  FEEDBACK_WRITE("feedback:write"),
  FEEDBACK_MANAGE("feedback:manage"),
  ANALYTICS_READ("analytics:read");

  private final String word;

  ApiKeyScope(String word) {
    this.word = word;
  }

  /** How callers and storage spell it. */
  public String word() {
    return word;
  }

  public static Optional<ApiKeyScope> parse(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
  }
}
