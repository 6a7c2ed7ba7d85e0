package io.feedbackplatform.infra.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feedbackplatform.core.comprehend.LocalComprehend;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tenant chooses Comprehend; what it says reaches the inbox and the dashboard. */
class ComprehendIT {

  private static final Path HOME = Path.of("..", "..");
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String MESSAGE = "Terrible, horrible and awful, good grief!";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void judgesForTheTenantThatChoseItAndForNobodyElse() throws Exception {
    try (var comprehend = new LocalComprehend();
        var http = HttpClient.newHttpClient();
        var system = new LocalSystem(settings(comprehend), (step, took) -> {})) {
      var info = system.start();
      var northwind = new TenantApi(info, info.tenants().getFirst());
      var before = northwind.moods();
      var unasked = send(http, northwind);
      assertThat(unasked.path("sentiment").asString()).isEqualTo("negative");
      northwind.judgedBy(http, "comprehend");

      var sent = send(http, northwind);

      assertThat(sent.path("sentiment").asString()).isEqualTo("negative");
      await()
          .atMost(SOON)
          .untilAsserted(() -> {
            var judged = northwind.feedback(sent.path("feedbackId").asString());
            assertThat(judged.path("sentiment").asString()).isEqualTo("positive");
            assertThat(judged.path("sentimentSource").asString()).isEqualTo("comprehend");
            assertThat(judged.path("sentimentScore").asDouble()).isEqualTo(0.9063);
          });
      await()
          .atMost(SOON)
          .untilAsserted(() -> {
            var now = northwind.moods();
            assertThat(change(before, now, "positive")).isOne();
            assertThat(change(before, now, "negative")).isOne();
          });
      assertThat(comprehend.asked())
          .allSatisfy(asked -> assertThat(asked.texts()).containsOnly(MESSAGE));
      assertThat(
              northwind
                  .feedback(unasked.path("feedbackId").asString())
                  .path("sentimentSource")
                  .asString())
          .isEqualTo("lexicon");
    }
  }

  private Settings settings(LocalComprehend comprehend) {
    return new Settings(HOME, folder, Ports.free(), true, comprehend.endpoint(), null);
  }

  private static JsonNode send(HttpClient http, TenantApi shop) throws Exception {
    var answer = shop.submit(http, Map.of("message", MESSAGE, "locale", "en-GB"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static long change(JsonNode before, JsonNode now, String mood) {
    return now.path(mood).asLong() - before.path(mood).asLong();
  }
}
