package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The signed-in user, and the tenants they are a member of (possibly none). */
public record Me(String userId, String username, List<Membership> tenants) {

  public Me {
    Objects.requireNonNull(userId, "userId");
    username = Objects.requireNonNullElse(username, userId);
    tenants = List.copyOf(Objects.requireNonNullElse(tenants, List.of()));
  }

  /**
   * A tenant and what the user may do in it.
   *
   * @param state active, suspended or deletion_scheduled; in all but the first it only reads
   * @param suspendedFor why it is suspended, if it is
   * @param deletionDueAt when all of it is removed, if that is scheduled
   */
  public record Membership(
      String tenantId,
      String name,
      String role,
      String state,
      @Nullable String suspendedFor,
      @Nullable Instant deletionDueAt) {

    public Membership {
      Objects.requireNonNull(tenantId, "tenantId");
      state = Objects.requireNonNullElse(state, "active");
    }
  }
}
