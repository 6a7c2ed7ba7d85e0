package io.feedbackplatform.api.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request of an operation needs, and whether the tenant's state matters to it.
 *
 * @param operation method and path pattern, as the handler mappings have them
 * @param callers each of whom makes the request by itself
 * @param status what an active tenant gets
 */
record StateRow(
    String operation, Effect effect, List<Caller> callers, int status, @Nullable String body) {

  enum Effect {
    /** Shows what is the tenant's. */
    READ,
    /** Changes what is the tenant's. */
    WRITE,
    /** Is of no tenant, or is the operators' to change its state. */
    OUTSIDE
  }

  enum Caller {
    NOBODY,
    SITE_KEY,
    API_KEY,
    /** With the highest role. */
    OWNER,
    /** Signed in, of no tenant. */
    GUEST,
    OPERATOR
  }

  static StateRow reads(String operation, Caller... callers) {
    return new StateRow(operation, Effect.READ, List.of(callers), 200, null);
  }

  static StateRow writes(String operation, int status, @Nullable String body, Caller... callers) {
    return new StateRow(operation, Effect.WRITE, List.of(callers), status, body);
  }

  static StateRow outside(String operation, int status, @Nullable String body, Caller caller) {
    return new StateRow(operation, Effect.OUTSIDE, List.of(caller), status, body);
  }
}
