package io.feedbackplatform.infra.cdk;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.LambdaApplication;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnAlias;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/**
 * How a new version gets its requests: after the hook has tried it, a tenth of them for five
 * minutes, then all; none any more as soon as the alarm goes off.
 */
final class Release extends Construct {

  Release(Construct scope, Place place, Alias alias, IFunction preTrafficHook, IAlarm alarm) {
    super(scope, "Release");
    var application =
        LambdaApplication.Builder.create(this, "Application")
            .applicationName(place.deployments())
            .build();
    var role = role(place, preTrafficHook);
    var group =
        LambdaDeploymentGroup.Builder.create(this, "Group")
            .application(application)
            .deploymentGroupName(place.deployments())
            .alias(alias)
            .deploymentConfig(LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES)
            .alarms(List.of(alarm))
            .autoRollback(
                AutoRollbackConfig.builder()
                    .failedDeployment(true)
                    .stoppedDeployment(true)
                    .deploymentInAlarm(true)
                    .build())
            .role(role.withoutPolicyUpdates())
            .build();
    group.getNode().addDependency(role);
    var live = (CfnAlias) alias.getNode().getDefaultChild();
    if (place.installation().canary()) {
      // The construct's own way would change the hook's role in a stack that is deployed before.
      live.addOverride(
          "UpdatePolicy.CodeDeployLambdaAliasUpdate.BeforeAllowTrafficHook",
          preTrafficHook.getFunctionName());
    } else {
      // CodeDeploy refuses when a rollback has moved the alias from where CloudFormation left it.
      live.addDeletionOverride("UpdatePolicy");
    }
  }

  /** AWS's own role for this may touch every function of the account; this one, what it has to. */
  private Role role(Place place, IFunction preTrafficHook) {
    var role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("codedeploy.amazonaws.com"))
            .description("Shifts requests between versions of " + place.apiFunction())
            .build();
    var arns = new ApiArns(Stack.of(this), place);
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("lambda:GetAlias", "lambda:UpdateAlias"))
            .resources(List.of(arns.function(), arns.alias()))
            .build());
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("lambda:GetProvisionedConcurrencyConfig"))
            .resources(List.of(arns.function(), arns.versions()))
            .build());
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("lambda:InvokeFunction"))
            .resources(List.of(preTrafficHook.getFunctionArn()))
            .build());
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("cloudwatch:DescribeAlarms"))
            // As in AWS's own policy for this role: who asks for alarms of every kind may not be
            // confined to one of them, and a release whose alarm cannot be read fails.
            .resources(List.of("*"))
            .build());
    Explained.finding(
        role,
        "IAM5",
        "Versions are numbered, and the next number is not known when this is deployed. Reading the "
            + "state of alarms cannot be confined to one when composite ones are asked for too.");
    return role;
  }
}
