package io.feedbackplatform.api.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.server.HttpCalls;
import io.feedbackplatform.api.server.KeyServer;
import io.feedbackplatform.api.server.RealApi;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Keys on a real server and real tables, from their making to their end. */
@ExtendWith(OutputCaptureExtension.class)
class ApiKeysIT {

  private static final String OURS = "io.feedbackplatform";
  private static final String REQUESTS = "io.feedbackplatform.api.request";
  private static final int CLIENTS = 32;
  private static final int ROTATIONS = 5;

  private static KeyServer keyServer;
  private static TestIssuer issuer;
  private static RealApi real;

  private HttpCalls api;
  private TestTenant tenant;
  private String admin;

  @BeforeAll
  static void start() {
    keyServer = KeyServer.start();
    issuer = new TestIssuer(keyServer.url());
    keyServer.serve(issuer.publicKeys());
    real = RealApi.start(keyServer.url());
  }

  @AfterAll
  static void stop() {
    real.close();
    keyServer.close();
  }

  @BeforeEach
  void openTenant() {
    api = real.calls();
    tenant = TestTenant.in(real.storage());
    var user = new UserId(UUID.randomUUID().toString());
    TestTenant.join(real.storage(), tenant.id(), user, Role.ADMIN);
    admin = issuer.tokenFor(user);
  }

  @Test
  void losesNoRequestOfThirtyTwoClientsWhileItsSecretIsReplaced() throws Exception {
    var made = create();
    String id = JsonPath.read(made.body(), "$.keyId");
    var current = new AtomicReference<String>(JsonPath.read(made.body(), "$.apiKey"));
    var using = new AtomicReferenceArray<String>(CLIENTS);
    var answered = new AtomicInteger();
    var done = new AtomicBoolean();
    Queue<Integer> refusals = new ConcurrentLinkedQueue<>();

    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        threads.submit(() -> {
          for (int n = 0; !done.get(); n++) {
            // Some learn of a new secret at once, others go on with the former for a while.
            if (n % (1 + client % 4) == 0) {
              using.set(client, current.get());
            }
            int status = api.get("/feedback", using.get(client)).statusCode();
            answered.incrementAndGet();
            if (status != 200) {
              refusals.add(status);
            }
          }
          return null;
        });
      }
      try {
        for (int rotation = 0; rotation < ROTATIONS; rotation++) {
          awaitAllUsing(current.get(), using);
          current.set(JsonPath.read(rotate(id).body(), "$.apiKey"));
        }
        awaitAllUsing(current.get(), using);
      } finally {
        done.set(true);
      }
    }

    assertThat(refusals).isEmpty();
    assertThat(answered).hasValueGreaterThan(ROTATIONS * CLIENTS);
  }

  /** Only then may the secret be replaced once more, which ends the one before it. */
  private static void awaitAllUsing(String secret, AtomicReferenceArray<String> using) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> IntStream.range(0, CLIENTS).allMatch(client -> secret.equals(using.get(client))));
  }

  @Test
  void isRefusedWithinFiveSecondsOfItsRevocation() {
    var made = create();
    String id = JsonPath.read(made.body(), "$.keyId");
    String key = JsonPath.read(made.body(), "$.apiKey");
    assertThat(api.get("/feedback", key).statusCode()).isEqualTo(200);

    var revoked =
        api.send(api.to("/api-keys/" + id).header("Authorization", "Bearer " + admin).DELETE());
    assertThat(revoked.statusCode()).isEqualTo(204);

    await()
        .atMost(Duration.ofSeconds(5))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(api.get("/feedback", key).statusCode()).isEqualTo(401));
  }

  @Test
  void leavesNoSecretInTablesAndLogs(CapturedOutput output) {
    var logging = LoggingSystem.get(getClass().getClassLoader());
    logging.setLogLevel(OURS, LogLevel.TRACE);
    logging.setLogLevel(REQUESTS, LogLevel.TRACE);
    String key;
    String rotated;
    try {
      var made = create();
      key = JsonPath.read(made.body(), "$.apiKey");
      rotated = JsonPath.read(rotate(JsonPath.read(made.body(), "$.keyId")).body(), "$.apiKey");
      assertThat(api.get("/feedback", key).statusCode()).isEqualTo(200);
      assertThat(api.get("/feedback", rotated).statusCode()).isEqualTo(200);
      assertThat(api.get("/me", rotated).statusCode()).isEqualTo(403);
      assertThat(api.get("/feedback", key.substring(1)).statusCode()).isEqualTo(401);
      assertThat(api.get("/feedback", key + "0").statusCode()).isEqualTo(401);
    } finally {
      logging.setLogLevel(OURS, LogLevel.INFO);
      logging.setLogLevel(REQUESTS, LogLevel.WARN);
    }
    var before = dump() + output.getAll();
    assertThat(before).contains(key.split("_")[2], "\"route\":\"/api-keys\"", tenant.id().value());
    for (var form : forms(key, rotated)) {
      assertThat(before).doesNotContainIgnoringCase(form);
    }

    // The control: had they been kept or logged in any of these forms, they would have been found.
    var leaked = String.join(" ", spellings(key));
    var kept = api.submit(tenant.key().value(), "{\"message\": \"" + leaked + "\"}");
    assertThat(kept.statusCode()).isEqualTo(201);
    assertThat(dump()).as("tables").contains(forms(key));
    LoggerFactory.getLogger(OURS).info(String.join(" ", spellings(rotated)));
    assertThat(output.getAll()).as("logs").contains(forms(rotated));
  }

  /** What to look for: keys and their secrets, plain, in hexadecimal and in Base64. */
  private static List<String> forms(String... keys) {
    return Stream.of(keys)
        .flatMap(key -> Stream.of(key, key.split("_")[3]))
        .flatMap(text ->
            Stream.concat(
                Stream.of(text, hex(text)),
                IntStream.range(0, 3).mapToObj(offset -> base64Inside(text, offset))))
        .toList();
  }

  /** How a careless hand might write them down, at each place that Base64 tells apart. */
  private static List<String> spellings(String key) {
    return Stream.of(key, key.split("_")[3])
        .flatMap(text ->
            Stream.concat(
                Stream.of(text, hex(text)),
                IntStream.range(0, 3)
                    .mapToObj(offset -> base64("k:".substring(0, offset) + text + "; ok"))))
        .toList();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What of its Base64 does not depend on what stands before and after it. */
  private static String base64Inside(String text, int offset) {
    var encoded = base64(" ".repeat(offset) + text);
    return encoded.substring(offset == 0 ? 0 : 4, encoded.length() - 2);
  }

  private static String dump() {
    var text = new StringBuilder();
    try (var client = LocalDynamoDb.shared().client()) {
      for (var table : client.listTablesPaginator().tableNames()) {
        client.scanPaginator(scan -> scan.tableName(table)).items().forEach(text::append);
      }
    }
    return text.toString();
  }

  private HttpResponse<String> create() {
    return admin("/api-keys", "{\"name\": \"ERP\", \"scopes\": [\"feedback:read\"]}", 201);
  }

  private HttpResponse<String> rotate(String id) {
    return admin("/api-keys/" + id + "/rotate", "{\"overlapHours\": 1}", 200);
  }

  private HttpResponse<String> admin(String path, String body, int expected) {
    var answer =
        api.send(
            api.to(path)
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).isEqualTo(expected);
    return answer;
  }
}
