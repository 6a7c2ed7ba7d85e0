package io.feedbackplatform.api.isolation;

import java.util.Map;
import java.util.Set;

/**
 * What an operation answers to each kind of caller.
 *
 * @param data whose data it is about
 * @param scope what an API key needs for it, or {@code -}
 * @param audit the word of the one entry that it leaves when it succeeds, or why there is none
 * @param statuses by column
 */
record AccessRow(
    String name, Data data, String scope, String audit, Map<String, Integer> statuses) {

  /** For what changes nothing, what a visitor says, and what is told in another chain. */
  private static final Set<String> NO_ENTRY = Set.of("-", "visitor", "elsewhere");

  enum Data {
    /** One tenant's, which nobody else may see or change. */
    TENANT,
    /** Nobody's, the caller's own, or that of whoever holds the secret in the request. */
    OPEN,
    /** For nobody outside: it does not exist. */
    CLOSED
  }

  int expected(String column) {
    var status = statuses.get(column);
    if (status == null) {
      throw new AssertionError(name + " has no cell for '" + column + "' in access.txt");
    }
    return status;
  }

  boolean permits(String column) {
    return expected(column) < 300;
  }

  boolean permitsSomebody() {
    return statuses.values().stream().anyMatch(status -> status < 300);
  }

  /** Whether a success is told in the tenant's audit. */
  boolean isAudited() {
    return !NO_ENTRY.contains(audit);
  }
}
