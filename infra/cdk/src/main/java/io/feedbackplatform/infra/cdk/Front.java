package io.feedbackplatform.infra.cdk;

import java.util.Map;

/**
 * What stands in front of the API's function in API Gateway.
 *
 * @param apiId of the REST or HTTP API
 * @param host under which API Gateway answers; its stage is {@link Place#LIVE}
 * @param dimensions of its metrics in the namespace AWS/ApiGateway
 * @param clientErrors name of the metric of answers 4xx
 * @param serverErrors name of the metric of answers 5xx, whose average is the rate
 */
record Front(
    String apiId,
    String host,
    Map<String, String> dimensions,
    String clientErrors,
    String serverErrors) {}
