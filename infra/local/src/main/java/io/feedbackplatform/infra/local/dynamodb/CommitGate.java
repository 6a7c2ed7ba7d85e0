package io.feedbackplatform.infra.local.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before DynamoDB Local and holds back the answer to a transaction until it is committed.
 *
 * <p>DynamoDB Local (3.3.1) answers {@code TransactWriteItems} when it has put the commit into the
 * queue of its one SQLite thread, not when it is done: a process that is killed in between loses
 * what it confirmed. A read goes through the same queue, so once a read that was asked afterwards
 * is answered, the commit is done.
 */
final class CommitGate implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CommitGate.class);
  private static final String OPERATION = "X-Amz-Target";
  private static final String TRANSACTION = "DynamoDB_20120810.TransactWriteItems";
  private static final String READ = "DynamoDB_20120810.ListTables";

  /** What the connection is about, not the request; the client sets its own. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "date");

  private final HttpServer server;
  private final HttpClient http;
  private final ExecutorService threads;
  private final URI behind;

  private CommitGate(HttpServer server, URI behind) {
    this.server = server;
    this.behind = behind;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
  }

  static CommitGate open(int port, URI behind) throws IOException {
    // The server sends headers and body apart, and the system would wait 40 ms between the two.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    var gate = new CommitGate(server, behind);
    server.setExecutor(gate.threads);
    server.createContext("/", gate::pass);
    server.start();
    return gate;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var operation = exchange.getRequestHeaders().getFirst(OPERATION);
      var answer = send(exchange, operation, body);
      if (TRANSACTION.equals(operation) && answer.statusCode() == 200) {
        send(exchange, READ, "{\"Limit\":1}".getBytes(UTF_8));
      }
      answer(exchange, answer);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException fault) {
      // The exchange ends without an answer, which every client of DynamoDB knows how to take.
      log.debug("a request was not passed on", fault);
      throw fault;
    }
  }

  private HttpResponse<byte[]> send(HttpExchange exchange, @Nullable String operation, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
            .timeout(Duration.ofMinutes(1))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!isOfTheConnection(name) && !name.equalsIgnoreCase(OPERATION)) {
            values.forEach(value -> request.header(name, value));
          }
        });
    if (operation != null) {
      request.header(OPERATION, operation);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach((name, values) -> {
          if (!isOfTheConnection(name)) {
            exchange.getResponseHeaders().put(name, values);
          }
        });
    exchange.sendResponseHeaders(
        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  private static boolean isOfTheConnection(String header) {
    return OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    http.shutdownNow();
  }
}
