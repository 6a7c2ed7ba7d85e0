package io.feedbackplatform.infra.local.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Amazon SES on loopback, as far as the platform uses it: takes what <a
 * href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html">SendEmail</a>
 * takes, delivers nothing, and shows it to whoever opens its page. Like SES, it wants signed
 * requests of a sender that it knows.
 */
public final class MailCatcher implements AutoCloseable {

  private static final String SEND = "/v2/email/outbound-emails";
  private static final int MOST_KEPT = 200;

  private final HttpServer server;
  private final ExecutorService threads;
  private final String sender;
  private final List<CaughtMail> mails = new CopyOnWriteArrayList<>();

  private MailCatcher(HttpServer server, ExecutorService threads, String sender) {
    this.server = server;
    this.threads = threads;
    this.sender = sender;
  }

  /**
   * Starts one.
   *
   * @param sender the only one that may send
   */
  public static MailCatcher start(int port, String sender) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var server = HttpServer.create(address, 0);
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    var catcher = new MailCatcher(server, threads, sender);
    server.createContext("/", catcher::answer);
    server.start();
    return catcher;
  }

  /** What was caught, newest first. */
  public List<CaughtMail> mails() {
    return mails.reversed();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      switch (request) {
        case "GET /" -> send(exchange, 200, "text/html; charset=utf-8", MailPage.of(mails()));
        case "GET /mails" -> send(exchange, 200, "application/json", json(mails()));
        case "POST " + SEND -> take(exchange);
        default -> send(exchange, 404, "text/plain", "There is nothing here.\n");
      }
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 ")) {
      refuse(exchange, 403, "MissingAuthenticationTokenException", "Missing Authentication Token");
      return;
    }
    try {
      var mail = read(JsonMapper.shared().readTree(body));
      if (!mail.from().equals(sender)) {
        refuse(exchange, 400, "MessageRejected", "Email address is not verified.");
        return;
      }
      mails.add(mail);
      if (mails.size() > MOST_KEPT) {
        mails.removeFirst();
      }
      send(exchange, 200, "application/json", json(Map.of("MessageId", UUID.randomUUID())));
    } catch (IllegalArgumentException | JacksonException malformed) {
      refuse(exchange, 400, "BadRequestException", String.valueOf(malformed.getMessage()));
    }
  }

  private static CaughtMail read(JsonNode body) {
    var message = body.path("Content").path("Simple");
    var to = body.path("Destination").path("ToAddresses");
    if (to.size() != 1) {
      throw new IllegalArgumentException("One recipient is expected.");
    }
    var subject = required(message.path("Subject"));
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("Header fields must not contain control characters.");
    }
    return new CaughtMail(
        Instant.now(),
        body.path("FromEmailAddress").asString(""),
        to.path(0).asString(""),
        subject,
        required(message.path("Body").path("Text")),
        required(message.path("Body").path("Html")));
  }

  private static String required(JsonNode content) {
    var data = content.path("Data").asString("");
    if (data.isEmpty()) {
      throw new IllegalArgumentException("Content is missing.");
    }
    return data;
  }

  private static void refuse(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
    send(exchange, status, "application/json", json(Map.of("message", message)));
  }

  private static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
