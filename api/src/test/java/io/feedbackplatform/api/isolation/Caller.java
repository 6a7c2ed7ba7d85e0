package io.feedbackplatform.api.isolation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls, and with whose ids.
 *
 * @param actor how an audit names them
 * @param belongs whether they may be shown what is the target's
 * @param twin the column of one who belongs to the target and differs in nothing else; absent for
 *     all but foreigners
 */
record Caller(
    Map<String, String> headers,
    MarkedTenant target,
    String actor,
    boolean belongs,
    @Nullable String twin) {

  /** The same, about another tenant. */
  Caller about(MarkedTenant other) {
    return new Caller(headers, other, actor, belongs, twin);
  }

  boolean isForeign() {
    return twin != null;
  }
}
