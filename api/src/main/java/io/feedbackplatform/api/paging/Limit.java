package io.feedbackplatform.api.paging;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import java.util.List;

/** How many items a page has: 1 to 100. */
public final class Limit {

  private Limit() {}

  /**
   * @throws DomainException.InvalidInput when it is not such a number
   */
  public static int parse(String text) {
    int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > 100) {
      throw new DomainException.InvalidInput(
          List.of(new Violation("limit", "out_of_range", "Send a whole number from 1 to 100.")));
    }
    return limit;
  }
}
