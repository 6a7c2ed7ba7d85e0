package io.feedbackplatform.infra.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * The role that reaches tenants' data. It is assumed for one tenant at a time, whose id is a tag of
 * the session, and its rights are for that tenant's partitions only: a mistake in a key is then
 * refused by DynamoDB.
 */
final class TenantRole {

  /** What sessions are tagged with. */
  static final String TAG = "tenant";

  /** As long as every id of a tenant is. */
  private static final String ANY_TENANT = "?".repeat(26);

  private TenantRole() {}

  /**
   * @param server may assume it
   */
  static Role of(Construct scope, String function, Role server) {
    var role =
        Role.Builder.create(scope, "TenantRole")
            .assumedBy(
                new ArnPrincipal(server.getRoleArn())
                    .withConditions(
                        Map.of(
                            "StringLike",
                            Map.of("aws:RequestTag/" + TAG, ANY_TENANT),
                            "ForAllValues:StringEquals",
                            Map.of("aws:TagKeys", List.of(TAG))))
                    .withSessionTags())
            .description("Of the function " + function + ", for one tenant at a time")
            .build();
    server.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("sts:AssumeRole", "sts:TagSession"))
            .resources(List.of(role.getRoleArn()))
            .build());
    return role;
  }
}
