package io.feedbackplatform.infra.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An HTTP API with payload format 2.0, as AWS documents it ("Create AWS Lambda proxy integrations
 * for HTTP APIs"): the path comes with the stage and, as is known from live events, decoded and cut
 * at a question mark that was encoded; headers of one name come joined, cookies apart, and a body
 * that is no text comes in Base64.
 */
final class HttpApi implements Front {

  private static final String ROUTE = "$default";
  private static final Pattern TEXT =
      Pattern.compile(
          "(text/.*|application/(.*\\+)?(json|xml)|application/javascript)(;.*)?",
          Pattern.CASE_INSENSITIVE);

  private final Events events;

  HttpApi(Clock clock) {
    this.events = new Events(clock);
  }

  @Override
  public boolean knows(GatewayRequest request) {
    return request.isInStage();
  }

  @Override
  public byte[] event(GatewayRequest request) {
    var event =
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRouteKey(ROUTE)
            .withRawPath(path(request))
            .withRawQueryString(request.query())
            .withHeaders(headers(request))
            .withRequestContext(context(request));
    var cookies = cookies(request);
    if (!cookies.isEmpty()) {
      event.withCookies(cookies);
    }
    var query = QueryString.parse(request.query(), "&");
    if (!query.isEmpty()) {
      event.withQueryStringParameters(joined(query.parameters()));
    }
    if (request.body().length > 0) {
      var text = text(request);
      event
          .withBody(text.orElseGet(() -> Base64.getEncoder().encodeToString(request.body())))
          .withIsBase64Encoded(text.isEmpty());
    }
    return events.json(event.build());
  }

  private static String path(GatewayRequest request) {
    var decoded = URLDecoder.decode(request.path().replace("+", "%2B"), StandardCharsets.UTF_8);
    int question = decoded.indexOf('?');
    return question < 0 ? decoded : decoded.substring(0, question);
  }

  private static Map<String, String> headers(GatewayRequest request) {
    var headers = new LinkedHashMap<String, List<String>>();
    for (var header : request.forwardedHeaders()) {
      if (!header.is("Cookie")) {
        headers
            .computeIfAbsent(header.name().toLowerCase(Locale.ROOT), none -> new ArrayList<>())
            .add(header.value());
      }
    }
    headers.put("content-length", List.of(Integer.toString(request.body().length)));
    return joined(headers);
  }

  private static List<String> cookies(GatewayRequest request) {
    return request.headers().stream()
        .filter(header -> header.is("Cookie"))
        .flatMap(header -> Arrays.stream(header.value().split("; *")))
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }

  private static Map<String, String> joined(Map<String, List<String>> all) {
    var joined = new LinkedHashMap<String, String>();
    all.forEach((name, values) -> joined.put(name, String.join(",", values)));
    return joined;
  }

  private static Optional<String> text(GatewayRequest request) {
    if (!TEXT.matcher(request.header("Content-Type")).matches()
        || !request.header("Content-Encoding").isEmpty()) {
      return Optional.empty();
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(request.body())).toString());
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }

  private RequestContext context(GatewayRequest request) {
    return RequestContext.builder()
        .withAccountId(Events.ACCOUNT)
        .withApiId(Events.API)
        .withDomainName(request.domain())
        .withDomainPrefix(Events.API)
        .withStage(GatewayRequest.STAGE)
        .withRouteKey(ROUTE)
        .withRequestId(request.id())
        .withTime(events.time())
        .withTimeEpoch(events.epochMillis())
        .withHttp(
            RequestContext.Http.builder()
                .withMethod(request.method())
                .withPath(path(request))
                .withProtocol(Events.PROTOCOL)
                .withSourceIp(request.sourceIp())
                .withUserAgent(request.header("User-Agent"))
                .build())
        .build();
  }

  @Override
  public GatewayResponse response(byte[] answer) throws MalformedAnswerException {
    var parsed = FunctionAnswer.parse(answer);
    if (!parsed.hasStatus()) {
      // Format 2.0 takes any JSON without a status for the body of a success.
      return new GatewayResponse(
          200, List.of(new Header("Content-Type", "application/json")), answer);
    }
    var headers = new ArrayList<>(parsed.headers());
    headers.addAll(parsed.cookies());
    headers.removeIf(header -> header.isOfOneConnection() || header.is("Date"));
    var body = body(parsed);
    if (body.length > 0 && headers.stream().noneMatch(header -> header.is("Content-Type"))) {
      headers.add(new Header("Content-Type", "text/plain; charset=utf-8"));
    }
    return new GatewayResponse(parsed.status(), headers, body);
  }

  private static byte[] body(FunctionAnswer answer) throws MalformedAnswerException {
    try {
      return answer.isBase64()
          ? Base64.getDecoder().decode(answer.body())
          : answer.body().getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noBase64) {
      throw new MalformedAnswerException(noBase64);
    }
  }

  /** The limit of an integration. */
  @Override
  public Duration patience() {
    return Duration.ofSeconds(30);
  }

  @Override
  public GatewayResponse unknown() {
    return GatewayResponse.message(404, "Not Found");
  }

  @Override
  public GatewayResponse tooLong() {
    return GatewayResponse.message(413, "Request Entity Too Large");
  }

  @Override
  public GatewayResponse failed() {
    return GatewayResponse.message(500, "Internal Server Error");
  }

  @Override
  public GatewayResponse late() {
    return GatewayResponse.message(503, "Service Unavailable");
  }
}
