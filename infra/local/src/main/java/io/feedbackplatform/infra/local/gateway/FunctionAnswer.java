package io.feedbackplatform.infra.local.gateway;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a function answers to a proxy integration, of either version: a JSON object whose fields may
 * be missing or of any type.
 */
record FunctionAnswer(JsonNode json) {

  private static final JsonMapper JSON = new JsonMapper();

  static FunctionAnswer parse(byte[] bytes) throws MalformedAnswerException {
    try {
      var json = JSON.readTree(bytes);
      if (json.isMissingNode()) {
        throw new MalformedAnswerException("There is no answer.");
      }
      return new FunctionAnswer(json);
    } catch (JacksonException noJson) {
      throw new MalformedAnswerException(noJson);
    }
  }

  boolean hasStatus() {
    return json.isObject() && json.has("statusCode");
  }

  /** The status, which may come as a text. */
  int status() throws MalformedAnswerException {
    var status = json.path("statusCode").asInt(0);
    if (status < 200 || status > 599) {
      throw new MalformedAnswerException("There is no usable statusCode.");
    }
    return status;
  }

  boolean isBase64() {
    return json.path("isBase64Encoded").asBoolean(false);
  }

  String body() throws MalformedAnswerException {
    var body = json.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return "";
    }
    if (!body.isString()) {
      throw new MalformedAnswerException("The body is not a text.");
    }
    return body.asString();
  }

  /** The headers of {@code headers}, less those that have several values elsewhere. */
  List<Header> headers() throws MalformedAnswerException {
    var headers = new ArrayList<Header>();
    var several = json.path("multiValueHeaders");
    for (var field : json.path("headers").properties()) {
      if (!several.has(field.getKey())) {
        add(headers, field.getKey(), field.getValue());
      }
    }
    return headers;
  }

  List<Header> multiValueHeaders() throws MalformedAnswerException {
    var headers = new ArrayList<Header>();
    for (var field : json.path("multiValueHeaders").properties()) {
      for (var value : field.getValue().values()) {
        add(headers, field.getKey(), value);
      }
    }
    return headers;
  }

  List<Header> cookies() throws MalformedAnswerException {
    var headers = new ArrayList<Header>();
    for (var cookie : json.path("cookies").values()) {
      add(headers, "Set-Cookie", cookie);
    }
    return headers;
  }

  private static void add(List<Header> headers, String name, JsonNode value)
      throws MalformedAnswerException {
    if (!value.isValueNode() || value.isNull()) {
      throw new MalformedAnswerException("The header " + name + " has no single value.");
    }
    try {
      headers.add(new Header(name, value.asString()));
    } catch (IllegalArgumentException injected) {
      throw new MalformedAnswerException(injected);
    }
  }
}
