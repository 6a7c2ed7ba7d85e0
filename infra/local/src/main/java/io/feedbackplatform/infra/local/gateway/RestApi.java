package io.feedbackplatform.infra.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A REST API with proxy integration and without binary media types, as AWS documents it ("Lambda
 * proxy integrations in API Gateway", "Important notes for REST APIs"): the path comes without the
 * stage and encoded, parameters come decoded, bodies are text both ways.
 */
final class RestApi implements Front {

  private static final String RESOURCE = "/{proxy+}";

  /** These come back under another name, {@code x-amzn-Remapped-} before their own. */
  private static final Set<String> REMAPPED =
      Set.of("authorization", "date", "server", "www-authenticate");

  private final Events events;

  RestApi(Clock clock) {
    this.events = new Events(clock);
  }

  /** The resource stands for every path but the root. */
  @Override
  public boolean knows(GatewayRequest request) {
    return request.isInStage() && request.pathInStage().length() > 1;
  }

  @Override
  public byte[] event(GatewayRequest request) {
    var path = request.pathInStage();
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    request
        .forwardedHeaders()
        .forEach(header ->
            headers.computeIfAbsent(header.name(), none -> new ArrayList<>()).add(header.value()));
    var event =
        new APIGatewayProxyRequestEvent()
            .withVersion("1.0")
            .withResource(RESOURCE)
            .withPath(path)
            .withHttpMethod(request.method())
            .withHeaders(lastValues(headers))
            .withMultiValueHeaders(headers)
            .withPathParameters(Map.of("proxy", path.substring(1)))
            .withRequestContext(context(request))
            .withIsBase64Encoded(false);
    var query = query(request);
    if (!query.isEmpty()) {
      event.setQueryStringParameters(lastValues(query));
      event.setMultiValueQueryStringParameters(query);
    }
    if (request.body().length > 0) {
      event.setBody(new String(request.body(), StandardCharsets.UTF_8));
    }
    return events.json(event);
  }

  /** A semicolon parts, too, and a percent sign that was decoded is encoded again. */
  private static Map<String, List<String>> query(GatewayRequest request) {
    var parameters = new LinkedHashMap<String, List<String>>();
    QueryString.parse(request.query(), "[&;]")
        .parameters()
        .forEach((name, values) ->
            parameters.put(percent(name), values.stream().map(RestApi::percent).toList()));
    return parameters;
  }

  private static String percent(String decoded) {
    return decoded.replace("%", "%25");
  }

  private static Map<String, String> lastValues(Map<String, List<String>> all) {
    var last = new LinkedHashMap<String, String>();
    all.forEach((name, values) -> last.put(name, values.getLast()));
    return last;
  }

  private ProxyRequestContext context(GatewayRequest request) {
    return new ProxyRequestContext()
        .withAccountId(Events.ACCOUNT)
        .withApiId(Events.API)
        .withStage(GatewayRequest.STAGE)
        .withResourceId("local")
        .withResourcePath(RESOURCE)
        .withPath(request.path())
        .withHttpMethod(request.method())
        .withProtocol(Events.PROTOCOL)
        .withRequestId(request.id())
        .withExtendedRequestId(request.id())
        .withRequestTime(events.time())
        .withRequestTimeEpoch(events.epochMillis())
        .withDomainName(request.domain())
        .withIdentity(
            new RequestIdentity()
                .withSourceIp(request.sourceIp())
                .withUserAgent(request.header("User-Agent")));
  }

  @Override
  public GatewayResponse response(byte[] answer) throws MalformedAnswerException {
    var parsed = FunctionAnswer.parse(answer);
    var headers = new ArrayList<Header>();
    for (var header : parsed.headers()) {
      headers.add(remapped(header));
    }
    for (var header : parsed.multiValueHeaders()) {
      headers.add(remapped(header));
    }
    headers.removeIf(Header::isOfOneConnection);
    if (headers.stream().noneMatch(header -> header.is("Content-Type"))) {
      headers.add(new Header("Content-Type", "application/json"));
    }
    // Without binary media types, a body that was encoded stays so.
    return new GatewayResponse(
        parsed.status(), headers, parsed.body().getBytes(StandardCharsets.UTF_8));
  }

  private static Header remapped(Header header) {
    return REMAPPED.stream().anyMatch(header::is)
        ? new Header("x-amzn-Remapped-" + header.name(), header.value())
        : header;
  }

  /** The limit of an integration. */
  @Override
  public Duration patience() {
    return Duration.ofSeconds(29);
  }

  @Override
  public GatewayResponse unknown() {
    return GatewayResponse.message(
        403,
        "Missing Authentication Token",
        new Header("x-amzn-ErrorType", "MissingAuthenticationTokenException"));
  }

  @Override
  public GatewayResponse tooLong() {
    return GatewayResponse.message(413, "Request Too Long");
  }

  @Override
  public GatewayResponse failed() {
    return GatewayResponse.message(502, "Internal server error");
  }

  @Override
  public GatewayResponse late() {
    return GatewayResponse.message(504, "Endpoint request timed out");
  }
}
