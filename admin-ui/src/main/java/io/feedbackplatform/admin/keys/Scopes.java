package io.feedbackplatform.admin.keys;

import java.util.List;

/** What a key may be for, in the words of the API and of people. */
final class Scopes {
  static final List<String> ALL =
      List.of("feedback:read", "feedback:write", "feedback:manage", "analytics:read");

  private Scopes() {}

  static String word(String scope) {
    return switch (scope) {
      case "feedback:read" -> "Read feedback";
      case "feedback:write" -> "Submit feedback";
      case "feedback:manage" -> "Triage feedback";
      case "analytics:read" -> "Read figures";
      default -> scope;
    };
  }
}
