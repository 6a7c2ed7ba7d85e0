package io.feedbackplatform.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.server.KeyServer;
import io.feedbackplatform.api.server.RealApi;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.feedback.FeedbackId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What hostile bodies do to the server that really runs: nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBodiesIT {

  private static final Logger LOG = LoggerFactory.getLogger(HostileBodiesIT.class);
  private static final Duration MOST = Duration.ofMillis(200);
  private static final int PASSES = 5;
  private static final long MOST_GROWTH = 16 << 20;

  private final List<HostileBody> bodies = HostileBodies.all();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private KeyServer keys;
  private RealApi real;
  private TestTenant tenant;

  /** Once for the compiler and the pools, before anything is measured. */
  @BeforeAll
  void start() throws Exception {
    keys = KeyServer.start();
    real = RealApi.start(keys.url());
    tenant = TestTenant.in(real.storage());
    for (var body : bodies) {
      send(body);
    }
  }

  @AfterAll
  void stop() {
    client.close();
    real.close();
    keys.close();
  }

  @Test
  void areMoreThanThreeHundred() {
    assertThat(bodies.stream().map(body -> new String(body.bytes(), StandardCharsets.ISO_8859_1)))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(300);
  }

  @Test
  void areAnsweredByWhatTheyAre() throws Exception {
    int kept = 0;
    for (var body : bodies) {
      var answer = send(body);
      if (answer.statusCode() == 201) {
        kept++;
        assertIsHarmless(body, answer.body());
      } else {
        assertThat(answer.statusCode()).as(body.what()).isBetween(400, 499);
        assertThat(JsonPath.<String>read(answer.body(), "$.code")).isNotBlank();
      }
      assertThat(answer.headers().map().toString())
          .as(body.what())
          .doesNotContainIgnoringCase(HostileBodies.CANARY, "set-cookie");
      assertThat(answer.body())
          .as(body.what())
          .doesNotContain("Exception", "\tat ", "tools.jackson", "springframework", "java.");
    }
    LOG.info("{} hostile bodies: {} kept, {} refused", bodies.size(), kept, bodies.size() - kept);
    assertThat(kept).as("both kinds are among them").isBetween(20, bodies.size() - 200);
    assertThat(send(HostileBody.of("a good one", "{\"rating\":5}")).statusCode()).isEqualTo(201);
  }

  @Test
  void areAnsweredWithinTwoTenthsOfASecondAndLeaveNothingBehind() throws Exception {
    var times = new LinkedHashMap<HostileBody, List<Long>>();
    long before = usedHeap();
    for (int pass = 0; pass < PASSES; pass++) {
      for (var body : bodies) {
        var started = System.nanoTime();
        send(body);
        times.computeIfAbsent(body, any -> new ArrayList<>()).add(System.nanoTime() - started);
      }
    }
    long growth = usedHeap() - before;

    var medians = new LinkedHashMap<String, Long>();
    times.forEach((body, taken) ->
        medians.put(body.what(), taken.stream().sorted().toList().get(PASSES / 2) / 1_000));
    var slowest = medians.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    LOG.info(
        "slowest of {} bodies, median of {}: {} in {} micros; heap grew by {} KB",
        bodies.size(),
        PASSES,
        slowest.getKey(),
        slowest.getValue(),
        growth >> 10);
    assertThat(slowest.getValue()).as(slowest.getKey()).isLessThan(MOST.toMillis() * 1_000);
    assertThat(growth).isLessThan(MOST_GROWTH);
  }

  /** The control of the test before: what is left behind is seen. */
  @Test
  void areSeenInTheHeapWhenOneIsKept() {
    long before = usedHeap();
    var kept = new byte[2 * (int) MOST_GROWTH];

    assertThat(usedHeap() - before).isGreaterThan(MOST_GROWTH);
    assertThat(kept).isNotEmpty();
  }

  private void assertIsHarmless(HostileBody body, String answer) {
    var id = FeedbackId.parse(JsonPath.<String>read(answer, "$.feedbackId")).orElseThrow();
    var kept = real.storage().feedback().find(tenant.id(), id).orElseThrow().submission();
    var texts = new ArrayList<String>(kept.metadata().keySet());
    texts.addAll(kept.metadata().values());
    for (var text : new String[] {kept.message(), kept.name(), kept.category(), kept.page()}) {
      if (text != null) {
        texts.add(text);
      }
    }
    assertThat(texts)
        .as(body.what())
        .allMatch(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC))
        .noneMatch(HostileBodiesIT::holdsControls);
  }

  private static boolean holdsControls(String text) {
    return text.chars()
        .anyMatch(letter -> Character.isISOControl(letter) && letter != '\n' && letter != '\t');
  }

  private static long usedHeap() {
    // Once is not enough for what waits for its cleaner.
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private HttpResponse<String> send(HostileBody body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(real.url() + "/feedback"))
            .timeout(Duration.ofSeconds(10))
            .header("X-Site-Key", tenant.key().value())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body.bytes()));
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
