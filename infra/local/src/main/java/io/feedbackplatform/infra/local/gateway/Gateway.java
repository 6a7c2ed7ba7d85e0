package io.feedbackplatform.infra.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.feedbackplatform.infra.local.lambda.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * API Gateway on loopback, with one stage, {@code prod}, all of whose requests go to one function.
 */
public final class Gateway implements AutoCloseable {

  /** Invokes the function with an event. */
  public interface Function {
    Outcome invoke(byte[] event) throws InterruptedException;
  }

  /** Which of the two APIs it is. */
  public enum Kind {
    REST,
    HTTP
  }

  /** What Lambda takes and gives, in bytes. */
  static final int MAX_LAMBDA_PAYLOAD = 6 * 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(Gateway.class);
  private static final Set<String> METHODS =
      Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

  private final Front front;
  private final Function function;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Gateway(Front front, Function function, HttpServer server) {
    this.front = front;
    this.function = function;
    this.server = server;
  }

  /**
   * Starts a gateway.
   *
   * @param port where, or 0 for any free port
   */
  public static Gateway start(Kind kind, int port, Function function) throws IOException {
    var clock = Clock.systemUTC();
    var front =
        switch (kind) {
          case REST -> new RestApi(clock);
          case HTTP -> new HttpApi(clock);
        };
    return start(front, port, function);
  }

  static Gateway start(Front front, int port, Function function) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var gateway = new Gateway(front, function, HttpServer.create(address, 0));
    gateway.server.setExecutor(gateway.threads);
    gateway.server.createContext("/", gateway::exchange);
    gateway.server.start();
    return gateway;
  }

  /** The stage's address. */
  public URI url() {
    return URI.create(
        "http://localhost:" + server.getAddress().getPort() + "/" + GatewayRequest.STAGE);
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      var response = answer(exchange);
      var headers = exchange.getResponseHeaders();
      response.headers().forEach(header -> headers.add(header.name(), header.value()));
      boolean bodiless =
          exchange.getRequestMethod().equals("HEAD")
              || response.status() == 204
              || response.status() == 304
              || response.body().length == 0;
      exchange.sendResponseHeaders(response.status(), bodiless ? -1 : response.body().length);
      if (!bodiless) {
        exchange.getResponseBody().write(response.body());
      }
    }
  }

  private GatewayResponse answer(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(GatewayRequest.MAX_BODY + 1);
    if (body.length > GatewayRequest.MAX_BODY) {
      return front.tooLong();
    }
    GatewayRequest request;
    try {
      request = request(exchange, body);
    } catch (IllegalArgumentException malformed) {
      return GatewayResponse.message(400, "Bad Request");
    }
    if (!front.knows(request) || !METHODS.contains(request.method())) {
      return front.unknown();
    }
    var event = front.event(request);
    return event.length > MAX_LAMBDA_PAYLOAD ? front.tooLong() : invoke(event);
  }

  private static GatewayRequest request(HttpExchange exchange, byte[] body) {
    var headers =
        exchange.getRequestHeaders().entrySet().stream()
            .flatMap(all -> all.getValue().stream().map(one -> new Header(all.getKey(), one)))
            .toList();
    var target = exchange.getRequestURI();
    var path = target.getRawPath();
    var query = target.getRawQuery();
    var hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
    return new GatewayRequest(
        UUID.randomUUID().toString(),
        exchange.getRequestMethod(),
        path == null ? "" : path,
        query == null ? "" : query,
        headers,
        hosts.size() == 1 ? hosts.getFirst() : "",
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        body);
  }

  private GatewayResponse invoke(byte[] event) {
    var invocation = threads.submit(() -> function.invoke(event));
    try {
      return response(invocation.get(front.patience().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      return front.late();
    } catch (ExecutionException fault) {
      log.error("an invocation broke", fault.getCause());
      return front.failed();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return front.failed();
    }
  }

  private GatewayResponse response(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered(byte[] payload) -> response(payload);
      case Outcome.Failed(String why) -> {
        log.warn("the function failed: {}", why);
        yield front.failed();
      }
    };
  }

  private GatewayResponse response(byte[] payload) {
    if (payload.length > MAX_LAMBDA_PAYLOAD) {
      return front.failed();
    }
    try {
      return front.response(payload);
    } catch (MalformedAnswerException malformed) {
      log.warn("the function's answer is malformed: {}", malformed.getMessage());
      return front.failed();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
