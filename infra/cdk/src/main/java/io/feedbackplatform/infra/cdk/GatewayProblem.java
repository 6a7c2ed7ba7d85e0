package io.feedbackplatform.infra.cdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.GatewayResponse;
import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.RestApi;

/**
 * What API Gateway answers by itself, in the shape of the API's own problems (RFC 9457).
 *
 * @param type which answer of the gateway
 * @param code of the API's closed list
 * @param retry whether the same request may do better in a second
 */
record GatewayProblem(
    ResponseType type, int status, String code, String title, String detail, boolean retry) {

  static List<GatewayProblem> all() {
    var malformed = "The request cannot be read";
    var forbidden = "This is not permitted";
    var unavailable = "The service cannot answer at the moment";
    var again =
        "Wait a second and send the same request again. With the same Idempotency-Key it is done once, whatever became of this attempt.";
    return List.of(
        lasting(
            ResponseType.BAD_REQUEST_BODY,
            400,
            "validation_failed",
            "Some of the input cannot be accepted",
            "Send one JSON object with the fields and types that /openapi.json describes, and no others."),
        lasting(
            ResponseType.DEFAULT_4_XX,
            400,
            "bad_request",
            malformed,
            "The request is malformed. Check its address, encoding and headers."),
        lasting(
            ResponseType.ACCESS_DENIED, 403, "forbidden", forbidden, "You may not call from here."),
        lasting(
            ResponseType.INVALID_API_KEY,
            403,
            "forbidden",
            forbidden,
            "Call the public address of the API, or send the x-api-key of a usage plan."),
        // How the gateway calls an address that it does not know.
        lasting(
            ResponseType.MISSING_AUTHENTICATION_TOKEN,
            404,
            "not_found",
            "There is nothing here",
            "Check the address; /openapi.json lists them all."),
        lasting(
            ResponseType.REQUEST_TOO_LARGE,
            413,
            "payload_too_large",
            "The body is too large",
            "Send a body of at most 64 KB."),
        lasting(
            ResponseType.UNSUPPORTED_MEDIA_TYPE,
            415,
            "unsupported_media_type",
            "The body must be JSON",
            "Send JSON in UTF-8 and the header 'Content-Type: application/json'."),
        passing(
            ResponseType.THROTTLED,
            429,
            "too_many_requests",
            "Too many requests",
            "Wait a second and send the same request again."),
        lasting(
            ResponseType.QUOTA_EXCEEDED,
            429,
            "too_many_requests",
            "Too many requests",
            "The quota of this x-api-key is used up. Wait for the next month, or ask for a larger plan."),
        lasting(
            ResponseType.DEFAULT_5_XX,
            500,
            "internal_error",
            "Something went wrong on our side",
            "The request was not the cause. Try again later; if it stays, tell us the requestId."),
        passing(ResponseType.INTEGRATION_FAILURE, 503, "service_unavailable", unavailable, again),
        passing(ResponseType.INTEGRATION_TIMEOUT, 503, "service_unavailable", unavailable, again));
  }

  private static GatewayProblem lasting(
      ResponseType type, int status, String code, String title, String detail) {
    return new GatewayProblem(type, status, code, title, detail, false);
  }

  private static GatewayProblem passing(
      ResponseType type, int status, String code, String title, String detail) {
    return new GatewayProblem(type, status, code, title, detail, true);
  }

  GatewayResponse addTo(RestApi api) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "'application/problem+json'");
    headers.put("Cache-Control", "'no-store'");
    // The gateway knows no site, and nothing of any tenant is in these answers.
    headers.put("Access-Control-Allow-Origin", "'*'");
    if (retry) {
      headers.put("Retry-After", "'1'");
    }
    return api.addGatewayResponse(
        "Problem" + type.getResponseType().toLowerCase(Locale.ROOT),
        GatewayResponseOptions.builder()
            .type(type)
            .statusCode(Integer.toString(status))
            .responseHeaders(headers)
            .templates(Map.of("application/json", body()))
            .build());
  }

  String body() {
    return """
    {"type":"https://feedbackplatform.io/problems/%s","title":"%s","status":%d,\
    "detail":"%s","code":"%s","requestId":"$context.requestId"}\
    """
        .formatted(code.replace('_', '-'), title, status, detail, code);
  }
}
