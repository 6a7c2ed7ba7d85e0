package io.feedbackplatform.infra.cdk;

import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.logs.ILogGroup;

/**
 * The running console.
 *
 * @param target the tasks that answer, as the load balancer sees them
 * @param logs what the console says
 */
record Console(ApplicationTargetGroup target, ILogGroup logs) {}
