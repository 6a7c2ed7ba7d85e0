package io.feedbackplatform.api.lambda;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.feedbackplatform.api.testing.PlentyOfRequests;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What the API has around it on AWS: DynamoDB and the issuer's keys, both over TLS, as there. The
 * API is told of them by environment variables alone.
 */
public final class Surroundings implements AutoCloseable {

  private static final TableNames TABLES = TableNames.ofStage("package");
  private static final String ISSUER_PATH = "/issuer";
  private static final String KEYS_PATH = ISSUER_PATH + "/.well-known/jwks.json";

  private final Certificate certificate;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final LocalDynamoDb dynamoDb = LocalDynamoDb.shared();
  private final DynamoDbClient client = dynamoDb.client();
  private final Storage storage = new DynamoDbStorage(client, TABLES, Clock.systemUTC());
  private final TestIssuer issuer;
  private final LongAdder storageNanos = new LongAdder();

  private Surroundings(Certificate certificate, HttpsServer server) {
    this.certificate = certificate;
    this.server = server;
    this.issuer = new TestIssuer(base() + ISSUER_PATH);
    LocalDynamoDb.createTables(client, TABLES);
    server.createContext("/", this::passToDynamoDb);
    server.createContext(KEYS_PATH, this::serveKeys);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * @param folder an empty one, for the certificate
   */
  public static Surroundings start(Path folder) {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    try {
      var certificate = Certificate.in(folder);
      var server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
      return new Surroundings(certificate, server);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What the environment tells the API on AWS, but for the port. */
  public Map<String, String> environment() {
    var variables = new LinkedHashMap<>(TABLES.toEnvironment());
    variables.put("AWS_REGION", LocalDynamoDb.REGION.id());
    variables.put("AWS_ACCESS_KEY_ID", LocalDynamoDb.CREDENTIALS.accessKeyId());
    variables.put("AWS_SECRET_ACCESS_KEY", LocalDynamoDb.CREDENTIALS.secretAccessKey());
    variables.put("AWS_SESSION_TOKEN", "session");
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", base());
    variables.put("FEEDBACK_ISSUER_URI", base() + ISSUER_PATH);
    variables.put("FEEDBACK_CLIENT_IDS", TestIssuer.CLIENT_ID);
    variables.put("FEEDBACK_CURSOR_SECRET", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    variables.put("FEEDBACK_KEY_PEPPER", "cGVwcGVyLXBlcHBlci1wZXBwZXItcGVwcGVyLTAxMjM=");
    variables.put("FEEDBACK_PLANS", PlentyOfRequests.PLANS);
    variables.put("FEEDBACK_PUBLIC_URL", "https://api.example/prod");
    return variables;
  }

  /** What a JVM needs to be told to believe the certificate. */
  public String trustOption() {
    return "-Djavax.net.ssl.trustStore=" + certificate.trusted();
  }

  public TestTenant tenant() {
    return TestTenant.in(storage);
  }

  public String tokenOf(TestTenant tenant) {
    return issuer.tokenFor(tenant.member());
  }

  /** How long it took until now to answer for DynamoDB, in milliseconds: what is not the API's. */
  public double storageMillis() {
    return storageNanos.sum() / 1e6;
  }

  Storage storage() {
    return storage;
  }

  private String base() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  private void serveKeys(HttpExchange exchange) throws IOException {
    var keys = issuer.publicKeys().toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    answer(exchange, 200, keys);
  }

  private void passToDynamoDb(HttpExchange exchange) throws IOException {
    var begun = System.nanoTime();
    try {
      askDynamoDb(exchange);
    } finally {
      storageNanos.add(System.nanoTime() - begun);
    }
  }

  private void askDynamoDb(HttpExchange exchange) throws IOException {
    var request = HttpRequest.newBuilder(URI.create(dynamoDb.endpoint() + "/"));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (name.startsWith("X-")
              || name.equals("Content-type")
              || name.equals("Authorization")) {
            values.forEach(value -> request.header(name, value));
          }
        });
    var body = exchange.getRequestBody().readAllBytes();
    try {
      var answer =
          http.send(
              request.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body)).build(),
              BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach((name, values) -> {
            if (name.startsWith("x-amz") || name.equals("content-type")) {
              exchange.getResponseHeaders().put(name, values);
            }
          });
      answer(exchange, answer.statusCode(), answer.body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    client.close();
    http.close();
  }
}
