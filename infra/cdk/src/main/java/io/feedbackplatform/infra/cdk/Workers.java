package io.feedbackplatform.infra.cdk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * What runs behind the streams.
 *
 * @param failures what Lambda says of records that the aggregator could not count in time
 * @param parked the records that the aggregator could not read
 * @param logs of the aggregator
 * @param lostRecounts orders of recounts that nobody could carry out
 * @param nightlyRecounts the log of what recounts all tenants
 * @param orderedRecounts the log of what recounts one on order
 * @param assessments null where nothing is judged by Comprehend
 * @param otherLogs of all functions but the aggregator, by a name of its own
 */
record Workers(
    IFunction aggregator,
    IQueue failures,
    IQueue parked,
    ILogGroup logs,
    IQueue lostRecounts,
    ILogGroup nightlyRecounts,
    ILogGroup orderedRecounts,
    Assessments.@Nullable Outputs assessments,
    Map<String, ILogGroup> otherLogs) {}
