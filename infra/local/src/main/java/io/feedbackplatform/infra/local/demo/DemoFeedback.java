package io.feedbackplatform.infra.local.demo;

import io.feedbackplatform.infra.local.process.CannotStartException;
import io.feedbackplatform.infra.local.state.JsonFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the demo feedback through the public API, as visitors would. Each piece has its own
 * idempotency key, so a run that was stopped in the middle is simply repeated.
 *
 * @param marker says that it was all sent
 * @param api base URL with its stage
 */
public record DemoFeedback(JsonFile marker, URI api) {

  private static final int VISITORS_AT_ONCE = 4;

  private record Sent(boolean all) {}

  /** Returns how much was sent to each tenant, nothing when an earlier run did it. */
  public Map<DemoTenant, Integer> sendOnce(List<DemoTenant> tenants)
      throws IOException, InterruptedException, CannotStartException {
    var sent = new LinkedHashMap<DemoTenant, Integer>();
    if (marker.read(Sent.class).isPresent()) {
      return sent;
    }
    for (var tenant : tenants) {
      var bodies = DemoTexts.load(tenant.shop()).submissions();
      sendAll(tenant, bodies);
      sent.put(tenant, bodies.size());
    }
    marker.write(new Sent(true));
    return sent;
  }

  private void sendAll(DemoTenant tenant, List<Map<String, Object>> bodies)
      throws IOException, InterruptedException, CannotStartException {
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        var visitors = Executors.newFixedThreadPool(VISITORS_AT_ONCE)) {
      var answers = new ArrayList<Future<?>>();
      for (int i = 0; i < bodies.size(); i++) {
        var key = tenant.shop() + "-demo-" + i;
        var body = bodies.get(i);
        answers.add(
            visitors.submit(() -> {
              send(http, tenant, key, body);
              return key;
            }));
      }
      try {
        for (var answer : answers) {
          answer.get();
        }
      } catch (ExecutionException failed) {
        visitors.shutdownNow();
        throw new CannotStartException("Demo feedback could not be sent: " + failed.getCause());
      }
    }
  }

  private void send(HttpClient http, DemoTenant tenant, String key, Map<String, Object> body)
      throws IOException, InterruptedException, CannotStartException {
    var request =
        HttpRequest.newBuilder(URI.create(api + "/feedback"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("Origin", tenant.origin().toString())
            .header("X-Site-Key", tenant.ids().siteKey())
            .header("Idempotency-Key", key)
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new CannotStartException(
          "The API refused demo feedback %s with %d: %s"
              .formatted(key, answer.statusCode(), answer.body().replace('\n', ' ')));
    }
  }
}
