package io.feedbackplatform.infra.cdk;

import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * One JSON object for each request that a gateway saw: who asked for what route when, and how that
 * went. No header, no query and no concrete path is in it, and thus no credential and no cursor.
 */
final class AccessLog {

  private AccessLog() {}

  /** The prefix keeps the log's resource policy from growing with every log. */
  static LogGroup group(Construct scope, Place place) {
    return Footing.logs(scope, "AccessLogs", "/aws/vendedlogs/apigateway/" + place.name("api"));
  }

  /**
   * @param route the variable that holds the route, whatever the concrete path was
   */
  static String format(String route) {
    return """
    {"requestId":"$context.requestId","time":"$context.requestTime",\
    "ip":"$context.identity.sourceIp","method":"$context.httpMethod","route":"%s",\
    "status":"$context.status","bytes":"$context.responseLength",\
    "millis":"$context.responseLatency","integrationMillis":"$context.integrationLatency",\
    "error":"$context.error.responseType"}\
    """
        .formatted(route);
  }
}
