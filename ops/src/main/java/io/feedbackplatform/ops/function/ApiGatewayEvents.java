package io.feedbackplatform.ops.function;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests and answers in the form of API Gateway's REST proxy integration, payload format 1.0 (API
 * Gateway developer guide, "Lambda proxy integrations"). The web adapter in front of the api tells
 * the format by its shape, so that this one serves whichever front is deployed.
 */
final class ApiGatewayEvents {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String STAGE = "prod";

  private ApiGatewayEvents() {}

  static byte[] event(ApiRequest request) {
    var headers = new HashMap<>(request.headers());
    headers.put("host", "release-check.invalid");
    headers.put("user-agent", "feedback-ops");
    var multiple = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> multiple.put(name, List.of(value)));
    var context = new LinkedHashMap<String, Object>();
    context.put("stage", STAGE);
    context.put("path", "/" + STAGE + request.path());
    context.put("resourcePath", "/{proxy+}");
    context.put("httpMethod", request.method());
    context.put("protocol", "HTTP/1.1");
    context.put("requestId", "release-check");
    context.put("apiId", "release-check");
    context.put("identity", Map.of("sourceIp", "192.0.2.1", "userAgent", "feedback-ops"));
    var event = new LinkedHashMap<String, Object>();
    event.put("resource", "/{proxy+}");
    event.put("path", request.path());
    event.put("httpMethod", request.method());
    event.put("headers", headers);
    event.put("multiValueHeaders", multiple);
    event.put("requestContext", context);
    event.put("pathParameters", Map.of("proxy", request.path().substring(1)));
    event.put("body", request.body().isEmpty() ? null : request.body());
    event.put("isBase64Encoded", false);
    return JSON.writeValueAsBytes(event);
  }

  static ApiAnswer answer(byte[] payload) {
    try {
      var answer = JSON.readTree(payload);
      var status = answer.path("statusCode");
      return status.isInt()
          ? new ApiAnswer.Answered(status.intValue(), contentType(answer))
          : new ApiAnswer.Broken("no HTTP answer: " + start(payload));
    } catch (JacksonException notJson) {
      return new ApiAnswer.Broken("no JSON: " + start(payload));
    }
  }

  private static String contentType(JsonNode answer) {
    for (var headers : List.of(answer.path("headers"), answer.path("multiValueHeaders"))) {
      for (var header : headers.properties()) {
        if (header.getKey().toLowerCase(Locale.ROOT).equals("content-type")) {
          var value = header.getValue().isArray() ? header.getValue().path(0) : header.getValue();
          return value.asString("");
        }
      }
    }
    return "";
  }

  static String start(byte[] payload) {
    var text = new String(payload, StandardCharsets.UTF_8);
    return text.length() > 200 ? text.substring(0, 200) + "..." : text;
  }
}
