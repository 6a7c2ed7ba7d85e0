package io.feedbackplatform.admin.api;

import java.util.List;
import java.util.Objects;

/**
 * Why feedback looked like spam when it came.
 *
 * @param score 1 to 100
 * @param reasons the signs that were seen, in the words of the API
 */
public record SpamFinding(int score, List<String> reasons) {

  public SpamFinding {
    reasons = List.copyOf(Objects.requireNonNullElse(reasons, List.of()));
  }
}
