package io.feedbackplatform.core.member;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** Who belongs to which tenant. */
public interface Members {

  /** Adds a member, or changes the role of one. */
  void save(TenantId tenant, Member member);

  /** Ends a membership. {@link #find} knows it at once. */
  void remove(TenantId tenant, UserId user);

  /** The membership as it stands now, read consistently. */
  Optional<Member> find(TenantId tenant, UserId user);

  /**
   * The tenants of a person, at most 100, in order of their ids; a change may take a second to
   * show. This is how a tenant becomes known, and therefore takes none: whoever acts on the answer
   * confirms it with {@link #find}.
   */
  List<Membership> ofUser(UserId user);
}
