package io.feedbackplatform.benchmarks.cost.measure;

import io.feedbackplatform.benchmarks.cost.Measured;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.parking.InMemoryParkedRecords;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.workers.analytics.Aggregator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Measures everything that the model of the costs takes for given. */
public final class Measurement {

  private static final TableNames TABLES = TableNames.ofStage("cost");

  /** More than a page of the inbox. */
  private static final int STORED = 80;

  private static final String INBOX = "/feedback?limit=50";
  private static final String DASHBOARD = "/analytics?granularity=day";

  /**
   * Takes a few minutes, and a machine without other load for the CPU times.
   *
   * @param repository the root of this repository, with the API and the widget built
   */
  public static Measured take(Path repository)
      throws IOException, InterruptedException, GeneralSecurityException {
    var client = HttpClient.newHttpClient();
    var dynamoDb = LocalDynamoDb.shared();
    try (var proxy = new CapacityProxy(dynamoDb.endpoint());
        var issuer = new Issuer();
        var table = dynamoDb.client();
        var metered = dynamoDb.clientBuilder().endpointOverride(proxy.endpoint()).build()) {
      LocalDynamoDb.createTables(table, TABLES);
      var storage = new DynamoDbStorage(table, TABLES, Clock.systemUTC());
      var shops = IntStream.range(0, 100).mapToObj(i -> World.in(storage, i)).toList();
      try (var api =
          ApiProcess.start(
              only(repository.resolve("api/target"), "api-[0-9.]+(-SNAPSHOT)?[.]jar"),
              TABLES,
              proxy.endpoint(),
              issuer,
              client)) {
        var browsers = new Requests(api, issuer, client);
        for (int i = 0; i < STORED; i++) {
          browsers.submit(shops.getFirst());
        }
        var items = table.scan(scan -> scan.tableName(TABLES.feedback())).items();
        var aggregation =
            aggregation(
                new AggregationMeter(
                    aggregator(new DynamoDbStorage(metered, TABLES, Clock.systemUTC())),
                    proxy,
                    items),
                shops);
        var requests = requests(new RequestMeter(client, api, proxy), browsers, shops);
        return new Measured(
            LocalDate.now(Clock.systemUTC()).toString(),
            proxy.meanFeedbackBytes(),
            api.peakMemory(),
            requests,
            aggregation,
            widget(repository.resolve("widget/target/classes/META-INF/feedback-widget/v1")));
      }
    }
  }

  private static Aggregator aggregator(Storage storage) {
    return new Aggregator(storage.counters(), storage.fences(), new InMemoryParkedRecords());
  }

  private static Map<String, Measured.Request> requests(
      RequestMeter meter, Requests requests, List<World> shops)
      throws IOException, InterruptedException, GeneralSecurityException {
    var shop = shops.get(0);
    var reader = requests.readerOf(shop);
    var measured = new TreeMap<String, Measured.Request>();
    // The first is measured twice, so that it does not pay for the others' start.
    meter.measure(200, reader.get(INBOX));
    measured.put("inbox", meter.measure(200, reader.get(INBOX)));
    measured.put("inboxUnchanged", meter.measure(304, reader.again(INBOX)));
    measured.put("list", meter.measure(200, reader.get("/feedback")));
    measured.put("one", meter.measure(200, reader.get("/feedback/" + reader.newestFeedback())));
    measured.put("analytics", meter.measure(200, reader.get("/analytics")));
    measured.put("dashboard", meter.measure(200, reader.get(DASHBOARD)));
    measured.put("dashboardUnchanged", meter.measure(304, reader.again(DASHBOARD)));
    measured.put("me", meter.measure(200, reader.get("/me")));
    measured.put("config", meter.measure(200, () -> requests.config(shop)));
    // The form is seen as soon as it has its look.
    measured.put(
        "opened",
        meter.measureAfter(200, () -> requests.config(shop), 204, () -> requests.opened(shop)));
    measured.put(
        "preflight",
        meter.measure(
            204, () -> requests.preflight(shops.getLast()), () -> requests.preflight(shop)));
    measured.put("submit", meter.measure(201, () -> requests.submission(shop)));
    return measured;
  }

  private static List<Measured.Aggregation> aggregation(AggregationMeter meter, List<World> shops) {
    meter.countDays(shops.getFirst(), 30);
    meter.measure(shops, 100);
    var measured = new ArrayList<Measured.Aggregation>();
    for (int tenants : List.of(1, 10, 100)) {
      for (int batch : List.of(1, 10, 100)) {
        measured.add(meter.measure(shops.subList(0, tenants), batch));
      }
    }
    return measured;
  }

  private static Map<String, Integer> widget(Path folder) throws IOException {
    return Map.of(
        "loader", compressed(folder.resolve("widget.js")),
        "form", compressed(only(folder, "form-.*[.]js")));
  }

  private static int compressed(Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Files.readAllBytes(file));
    }
    return bytes.size();
  }

  private static Path only(Path folder, String name) throws IOException {
    try (var files = Files.list(folder)) {
      var found = files.filter(file -> file.getFileName().toString().matches(name)).toList();
      if (found.size() != 1) {
        throw new IllegalStateException(
            "build the widget and the API first: there is no single " + name + " in " + folder);
      }
      return found.getFirst();
    }
  }

  private Measurement() {}
}
