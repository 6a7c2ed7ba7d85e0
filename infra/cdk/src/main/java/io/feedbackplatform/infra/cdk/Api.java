package io.feedbackplatform.infra.cdk;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cloudfront.IDistribution;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.secretsmanager.ISecret;

/**
 * The running API.
 *
 * @param url where callers find it, with the stage and without a slash at the end
 * @param errors the alarm that a bad version sets off
 * @param logs what the function says
 * @param accessLogs who called, as API Gateway saw it
 * @param entrance CloudFront in front of it; the home region of the standard plan has one
 * @param gatewayKey by which CloudFront and the console name themselves to the gateway in the home
 *     region; null where it asks for none
 * @param healthCheckId of the region's health check, when there are two
 */
record Api(
    IFunction function,
    Alias alias,
    Front front,
    String url,
    IAlarm errors,
    ILogGroup logs,
    ILogGroup accessLogs,
    @Nullable IDistribution entrance,
    @Nullable ISecret gatewayKey,
    @Nullable String healthCheckId) {}
