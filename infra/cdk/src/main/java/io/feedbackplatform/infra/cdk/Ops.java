package io.feedbackplatform.infra.cdk;

import java.util.List;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * What watches over releases.
 *
 * @param alarms alarms about a bad version are sent here, and nothing else: the rollback listens
 * @param notifications people listen here
 * @param preTrafficHook asked before a new version gets its first request
 * @param failures messages that the rollback could not deal with
 */
record Ops(
    ITopic alarms,
    ITopic notifications,
    IFunction rollback,
    IFunction preTrafficHook,
    IFunction watch,
    IQueue failures,
    List<ILogGroup> logs) {}
