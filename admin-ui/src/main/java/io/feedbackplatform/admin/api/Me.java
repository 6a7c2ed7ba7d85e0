package io.feedbackplatform.admin.api;

import java.util.List;
import java.util.Objects;

/** The signed-in user, and the tenants they are a member of (possibly none). */
public record Me(String userId, String username, List<Membership> tenants) {

  public Me {
    Objects.requireNonNull(userId, "userId");
    username = Objects.requireNonNullElse(username, userId);
    tenants = List.copyOf(Objects.requireNonNullElse(tenants, List.of()));
  }

  /** A tenant and what the user may do in it. */
  public record Membership(String tenantId, String name, String role) {}
}
