package io.feedbackplatform.infra.cdk;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** What a function stands on: a log of its own, and a role that may write that log and no more. */
record Footing(Role role, LogGroup logs) {

  static Footing of(Construct scope, String function) {
    var logs = logs(scope, "Logs", "/aws/lambda/" + function);
    var role =
        Role.Builder.create(scope, "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .description("Of the function " + function)
            .build();
    logs.grantWrite(role);
    return new Footing(role, logs);
  }

  /** Kept for 30 days; what has to be kept for longer is archived. */
  static LogGroup logs(Construct scope, String id, String name) {
    return LogGroup.Builder.create(scope, id)
        .logGroupName(name)
        .retention(RetentionDays.ONE_MONTH)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }
}
