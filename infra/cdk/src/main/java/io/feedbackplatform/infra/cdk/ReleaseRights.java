package io.feedbackplatform.infra.cdk;

import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;

/**
 * What those who watch over releases may do to the API's function, and what they may write down.
 *
 * @param api what is released
 * @param table ARN of the table of operations
 */
record ReleaseRights(ApiArns api, String table) {

  /** To put the alias on another version: on this one, and never to change code or settings. */
  void grantRollback(Role role) {
    allow(role, List.of("cloudwatch:DescribeAlarms"), api.alarm(ApiErrors.NAME));
    allow(role, List.of("lambda:GetAlias", "lambda:UpdateAlias"), api.function(), api.alias());
    tryVersions(role);
    readDeployments(role);
    allow(role, List.of("codedeploy:StopDeployment"), api.deploymentGroup());
    allow(role, List.of("dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"), table);
    explainPatterns(role);
  }

  /** To try a version, and to tell CodeDeploy how that went. */
  void grantCheck(Role role) {
    allow(
        role,
        List.of("codedeploy:GetDeployment", "codedeploy:PutLifecycleEventHookExecutionStatus"),
        api.deploymentGroup());
    tryVersions(role);
    allow(role, List.of("dynamodb:PutItem", "dynamodb:Query"), table);
    explainPatterns(role);
  }

  /** To look, to call a version, and to write down which were good. */
  void grantWatch(Role role) {
    allow(role, List.of("cloudwatch:DescribeAlarms"), api.alarm(ApiErrors.NAME));
    readDeployments(role);
    allow(role, List.of("lambda:GetAlias"), api.function(), api.alias());
    tryVersions(role);
    allow(
        role,
        List.of(
            "dynamodb:ConditionCheckItem",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query"),
        table);
    explainPatterns(role);
  }

  private void tryVersions(Role role) {
    allow(role, List.of("lambda:GetFunctionConfiguration"), api.function(), api.versions());
    allow(role, List.of("lambda:InvokeFunction"), api.versions());
  }

  private void readDeployments(Role role) {
    allow(
        role,
        List.of("codedeploy:BatchGetDeployments", "codedeploy:ListDeployments"),
        api.deploymentGroup());
    // How far a deployment came; AWS knows no resource for these.
    allow(
        role,
        List.of("codedeploy:BatchGetDeploymentTargets", "codedeploy:ListDeploymentTargets"),
        "*");
  }

  static void allow(Role role, List<String> actions, String... resources) {
    role.addToPolicy(
        PolicyStatement.Builder.create().actions(actions).resources(List.of(resources)).build());
  }

  /** Once everything is granted. */
  private static void explainPatterns(Role role) {
    Explained.finding(
        role,
        "IAM5",
        "Versions are numbered, and the next number is not known when this is deployed. AWS knows no resource for reading the targets of a deployment.");
  }
}
