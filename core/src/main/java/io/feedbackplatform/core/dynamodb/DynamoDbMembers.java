package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Members;
import io.feedbackplatform.core.member.Membership;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoDbMembers implements Members {

  private static final int MOST_TENANTS_OF_A_USER = 100;

  private final DynamoDbTable table;

  DynamoDbMembers(DynamoDbTable table) {
    this.table = table;
  }

  @Override
  public void save(TenantId tenant, Member member) {
    table.put(
        Item.at(Key.member(tenant, member.user()))
            .with("userId", member.user().value())
            .with("tenantId", tenant.value())
            .with("role", member.role())
            .with("since", member.since()));
  }

  @Override
  public void remove(TenantId tenant, UserId user) {
    table.delete(Key.member(tenant, user));
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    return table
        .get(Key.member(tenant, user))
        .map(item -> new Member(user, item.constant("role", Role.class), item.instant("since")));
  }

  @Override
  public List<Membership> ofUser(UserId user) {
    return table
        .query(request ->
            request
                .indexName(TableLayout.MEMBERSHIPS.name())
                .keyConditionExpression("userId = :user")
                .expressionAttributeValues(Map.of(":user", AttributeValue.fromS(user.value()))))
        .limit(MOST_TENANTS_OF_A_USER)
        .map(item ->
            new Membership(
                new TenantId(item.requiredText("tenantId")), item.constant("role", Role.class)))
        .toList();
  }
}
