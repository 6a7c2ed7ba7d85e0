package io.feedbackplatform.benchmarks.cost.measure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.feedbackplatform.core.dynamodb.TableLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands between the platform and DynamoDB and asks, with each request, what it consumes: so the
 * code that is measured is the code that ships, and does not know.
 */
public final class CapacityProxy implements AutoCloseable {

  private static final String TARGET = "X-Amz-Target";
  private static final String TRANSACTION = "TransactWriteItems";
  private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query");
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", TRANSACTION);
  private static final Pattern FREE =
      Pattern.compile("(|.*Tables?|.*TimeToLive|.*Streams?|.*Records|.*Iterator)");
  private static final Set<String> PASSED_ON =
      Set.of("content-type", "authorization", "x-amz-date");

  private final JsonMapper json = new JsonMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final URI dynamoDb;
  private Consumption consumed = Consumption.NONE;
  private long feedback;
  private long feedbackBytes;

  public CapacityProxy(URI dynamoDb) throws IOException {
    this.dynamoDb = dynamoDb;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** What was consumed since this was last asked. */
  public synchronized Consumption take() {
    var taken = consumed;
    consumed = Consumption.NONE;
    return taken;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var target = exchange.getRequestHeaders().getFirst(TARGET);
      var operation = target == null ? "" : target.substring(target.indexOf('.') + 1);
      var body = exchange.getRequestBody().readAllBytes();
      var metered = READS.contains(operation) || WRITES.contains(operation);
      if (!metered && !FREE.matcher(operation).matches()) {
        refuse(exchange, "Say in CapacityProxy what " + operation + " consumes.");
        return;
      }
      var answer = forward(exchange, metered ? asking(body) : body, target);
      if (metered && answer.statusCode() == 200) {
        if (operation.equals(TRANSACTION)) {
          noteTransaction(exchange, json.readTree(body));
        } else {
          note(operation, json.readTree(answer.body()).path("ConsumedCapacity"));
        }
      }
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private void refuse(HttpExchange exchange, String message) throws IOException {
    var problem = json.createObjectNode();
    problem.put("__type", "com.amazon.coral.validate#ValidationException");
    var body = json.writeValueAsBytes(problem.put("message", message));
    exchange.sendResponseHeaders(400, body.length);
    exchange.getResponseBody().write(body);
  }

  private byte[] asking(byte[] body) {
    var request = (ObjectNode) json.readTree(body);
    return json.writeValueAsBytes(request.put("ReturnConsumedCapacity", "INDEXES"));
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body, @Nullable String target)
      throws IOException {
    var request =
        HttpRequest.newBuilder(dynamoDb).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (target != null) {
      request.header(TARGET, target);
    }
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
            request.header(name, values.getFirst());
          }
        });
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(interrupted));
    }
  }

  private synchronized void note(String operation, JsonNode capacity) {
    // Of a batch, one for each table.
    var ofTable = capacity.isArray() ? capacity.path(0) : capacity;
    if (capacity.size() > 1 && capacity.isArray()) {
      throw new IllegalStateException("A batch over several tables is not metered.");
    }
    double units = ofTable.path("CapacityUnits").doubleValue();
    var table = ofTable.path("TableName").stringValue();
    boolean reading = READS.contains(operation);
    boolean counters = table.startsWith(TableLayout.ANALYTICS.name());
    consumed =
        consumed.plus(
            new Consumption(
                reading ? units : 0, reading && counters ? units : 0, reading ? 0 : units, 1, 0));
  }

  /**
   * DynamoDB Local reports one item of each table of a transaction. So the rule itself: each item
   * that is written counts twice, an updated one as large as it is afterwards.
   */
  private void noteTransaction(HttpExchange exchange, JsonNode request) throws IOException {
    double units = 0;
    for (var action : request.path("TransactItems")) {
      var put = action.path("Put");
      var item = put.isObject() ? put.path("Item") : stored(exchange, action.iterator().next());
      units += 2 * ItemSize.writeUnits(item);
      if (put.path("TableName").stringValue("").startsWith(TableLayout.FEEDBACK.name())) {
        noteFeedback(ItemSize.of(item));
      }
    }
    synchronized (this) {
      consumed = consumed.plus(new Consumption(0, 0, units, 0, 1));
    }
  }

  private JsonNode stored(HttpExchange exchange, JsonNode action) throws IOException {
    var request = json.createObjectNode();
    request.set("TableName", action.path("TableName"));
    request.set("Key", action.path("Key"));
    var answer = forward(exchange, json.writeValueAsBytes(request), "DynamoDB_20120810.GetItem");
    return json.readTree(answer.body()).path("Item");
  }

  private synchronized void noteFeedback(int bytes) {
    feedback++;
    feedbackBytes += bytes;
  }

  /** How large a piece of feedback was, on average of all that were written. */
  synchronized int meanFeedbackBytes() {
    return (int) (feedbackBytes / feedback);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
