package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.operator.TenantRemovals.Left;
import java.util.function.BooleanSupplier;

/** Removes every tenant that is due, as far as the time goes. */
public final class RemoveTenants {

  private final TenantRemovals removals;

  public RemoveTenants(TenantRemovals removals) {
    this.removals = removals;
  }

  /**
   * @param removed how many tenants are gone
   * @param unfinished how many are due and not gone
   */
  public record Report(int removed, int unfinished) {}

  /**
   * @param hasTime asked before each step
   */
  public Report run(BooleanSupplier hasTime) {
    int removed = 0;
    int unfinished = 0;
    for (var tenant : removals.due()) {
      if (!hasTime.getAsBoolean()) {
        unfinished++;
      } else if (removals.begin(tenant)) {
        var left = Left.MORE;
        while (left == Left.MORE && hasTime.getAsBoolean()) {
          left = removals.removeSome(tenant);
        }
        removed += left == Left.NOTHING ? 1 : 0;
        unfinished += left == Left.NOTHING ? 0 : 1;
      }
    }
    return new Report(removed, unfinished);
  }
}
