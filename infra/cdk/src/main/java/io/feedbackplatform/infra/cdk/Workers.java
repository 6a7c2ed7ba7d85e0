package io.feedbackplatform.infra.cdk;

import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * What runs behind the streams.
 *
 * @param failures what Lambda says of records that the aggregator could not count in time
 * @param parked the records that the aggregator could not read
 * @param logs of the aggregator
 * @param removerLogs of what removes tenants
 */
record Workers(
    IFunction aggregator, IQueue failures, IQueue parked, ILogGroup logs, ILogGroup removerLogs) {}
