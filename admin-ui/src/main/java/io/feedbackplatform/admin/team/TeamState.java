package io.feedbackplatform.admin.team;

import io.feedbackplatform.admin.api.Invitation;
import io.feedbackplatform.admin.api.Member;
import java.util.List;

/**
 * A team at one moment, as one of its members sees it.
 *
 * @param userId of who looks
 * @param givable the roles that they may give and take
 * @param invitations those that are open; none for who may not see them
 */
record TeamState(
    String userId, List<String> givable, List<Member> members, List<Invitation> invitations) {

  boolean mayManage() {
    return !givable.isEmpty();
  }

  boolean mayManage(String role) {
    return givable.contains(role);
  }
}
