package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Members;
import io.feedbackplatform.core.member.Membership;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryMembers implements Members {

  private record Place(TenantId tenant, UserId user) {}

  private final Map<Place, Member> members = new ConcurrentHashMap<>();

  @Override
  public void save(TenantId tenant, Member member) {
    members.put(new Place(tenant, member.user()), member);
  }

  @Override
  public void remove(TenantId tenant, UserId user) {
    members.remove(new Place(tenant, user));
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    return Optional.ofNullable(members.get(new Place(tenant, user)));
  }

  @Override
  public List<Membership> ofUser(UserId user) {
    return members.entrySet().stream()
        .filter(entry -> entry.getKey().user().equals(user))
        .map(entry -> new Membership(entry.getKey().tenant(), entry.getValue().role()))
        .sorted(Comparator.comparing(membership -> membership.tenant().value()))
        .limit(100)
        .toList();
  }
}
