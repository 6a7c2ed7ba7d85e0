package io.feedbackplatform.api.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.proof.Work;
import io.feedbackplatform.core.proof.WorkChallenge;
import io.feedbackplatform.core.proof.WorkSolution;
import io.feedbackplatform.core.site.Challenge;
import io.feedbackplatform.core.storage.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class ProofOfWorkTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired MutableClock clock;

  private TestTenant tenant;

  @BeforeEach
  void openTenant() {
    tenant = guarded();
  }

  @Test
  void givesAChallengeOfItsOwnToEachPage() throws Exception {
    var answer = challenge(tenant);

    assertThat(answer)
        .hasStatus(200)
        .hasHeader("Cache-Control", "no-store")
        .hasHeader("Access-Control-Allow-Origin", tenant.origin());
    assertThat(answer).bodyJson().extractingPath("$.algorithm").isEqualTo("SHA-256");
    assertThat(answer).bodyJson().extractingPath("$.maxnumber").isEqualTo(100_000);
    assertThat(read(answer)).isNotEqualTo(read(challenge(tenant)));
    assertThat(api.get().uri("/widget/challenge")).hasStatus(401);
    assertThat(
            api.get()
                .uri("/widget/challenge")
                .header("X-Site-Key", tenant.key().value())
                .header("Origin", "https://elsewhere.example"))
        .hasStatus(403);
  }

  @Test
  void tellsTheWidget() {
    var open = TestTenant.in(storage);

    assertThat(config(tenant)).bodyJson().extractingPath("$.challenge").isEqualTo("proof_of_work");
    assertThat(config(open)).bodyJson().extractingPath("$.challenge").isEqualTo("none");
  }

  @Test
  void takesFeedbackWithASolutionOnly() throws Exception {
    assertRefused(submit(tenant, null, null), "challenge_required");
    assertThat(stored(tenant)).isZero();

    assertThat(submit(tenant, text(solved(tenant)), null)).hasStatus(201);
    assertThat(stored(tenant)).isEqualTo(1);
    assertThat(submit(TestTenant.in(storage), null, null)).as("no site that asks").hasStatus(201);
  }

  @Test
  void takesASolutionOnce() throws Exception {
    var solution = text(solved(tenant));

    assertThat(submit(tenant, solution, "first")).hasStatus(201);
    assertRefused(submit(tenant, solution, null), "challenge_failed");
    assertRefused(submit(tenant, solution, "second"), "challenge_failed");
    assertThat(submit(tenant, solution, "first"))
        .hasStatus(201)
        .hasHeader("Idempotency-Replayed", "true");
    assertThat(submit(tenant, null, "first")).hasStatus(201);
    assertThat(stored(tenant)).isEqualTo(1);
  }

  @Test
  void takesASolutionOnceThoughItIsShownAHundredTimesAtOnce() throws Exception {
    var solution = text(solved(tenant));
    var shown =
        IntStream.range(0, 100)
            .<Callable<Integer>>mapToObj(i ->
                () ->
                    submit(tenant, solution, i % 2 == 0 ? null : "key" + i)
                        .getResponse()
                        .getStatus())
            .toList();

    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var status : threads.invokeAll(shown)) {
        statuses.add(status.get());
      }
    }

    assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 403).hasSize(99);
    assertThat(stored(tenant)).isEqualTo(1);
  }

  @Test
  void refusesAnotherSitesSolution() throws Exception {
    var other = guarded();

    assertRefused(submit(tenant, text(solved(other)), null), "challenge_failed");
    assertThat(submit(other, text(solved(other)), null)).hasStatus(201);
  }

  @Test
  void refusesASolutionThatComesTooLate() throws Exception {
    var inTime = text(solved(tenant));
    var late = text(solved(tenant));
    assertThat(submit(tenant, inTime, null)).hasStatus(201);

    clock.advance(Duration.ofMinutes(20));
    try {
      assertRefused(submit(tenant, late, null), "challenge_expired");
    } finally {
      clock.advance(Duration.ofMinutes(-20));
    }
  }

  @Test
  void refusesWhatWasAltered() throws Exception {
    var good = solved(tenant);
    var late = good.salt().replaceFirst("expires=[0-9]+", "expires=9999999999");

    assertFailed(
        new WorkSolution("SHA-1", good.challenge(), good.number(), good.salt(), good.signature()));
    assertFailed(
        new WorkSolution("SHA-256", good.challenge(), good.number(), late, good.signature()));
    assertFailed(
        new WorkSolution(
            "SHA-256", good.challenge(), good.number() + 1, good.salt(), good.signature()));
    assertFailed(
        new WorkSolution(
            "SHA-256", good.challenge(), Long.MAX_VALUE, good.salt(), good.signature()));
    assertFailed(
        new WorkSolution("SHA-256", good.challenge(), good.number(), good.salt(), "0".repeat(64)));
    assertThat(submit(tenant, text(good), null)).hasStatus(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no base64!",
        "bnVsbA==",
        "W10=",
        "e30=",
        "eyJudW1iZXIiOjFlOTk5OTk5OTk5fQ==",
        "eyJudW1iZXIiOjk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTl9",
        "eyJudW1iZXIiOiI1In0=",
        "e10="
      })
  void refusesWhatIsNoSolution(String text) throws Exception {
    assertRefused(submit(tenant, text, null), "challenge_failed");
    assertThat(submit(tenant, text(solved(tenant)), null)).hasStatus(201);
  }

  @Test
  void refusesEndlessSolutions() throws Exception {
    assertRefused(submit(tenant, "A".repeat(60_000), null), "challenge_failed");
  }

  private void assertFailed(WorkSolution solution) {
    assertRefused(submit(tenant, text(solution), null), "challenge_failed");
  }

  private static void assertRefused(MvcTestResult answer, String code) {
    assertThat(answer).hasStatus(403);
    assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.detail")
        .asString()
        .contains("/widget/challenge");
  }

  private TestTenant guarded() {
    var opened = TestTenant.in(storage);
    storage
        .sites()
        .save(opened.id(), opened.site().withChallenge(Challenge.PROOF_OF_WORK), Actor.platform());
    return opened;
  }

  private MvcTestResult challenge(TestTenant of) {
    return asPage(of, "/widget/challenge");
  }

  private MvcTestResult config(TestTenant of) {
    return asPage(of, "/widget/config");
  }

  private MvcTestResult asPage(TestTenant of, String path) {
    return api.get()
        .uri(path)
        .header("X-Site-Key", of.key().value())
        .header("Origin", of.origin())
        .exchange();
  }

  private WorkSolution solved(TestTenant of) throws Exception {
    return Work.solve(read(challenge(of)));
  }

  private static WorkChallenge read(MvcTestResult answer) throws Exception {
    var body = JsonPath.parse(answer.getResponse().getContentAsString());
    return new WorkChallenge(
        body.read("$.algorithm"),
        body.read("$.challenge"),
        body.<Integer>read("$.maxnumber"),
        body.read("$.salt"),
        body.read("$.signature"));
  }

  private static String text(WorkSolution solution) {
    return Base64.getEncoder()
        .encodeToString(
            """
            {"algorithm": "%s", "challenge": "%s", "number": %d, "salt": "%s", "signature": "%s", "took": 5}\
            """
                .formatted(
                    solution.algorithm(),
                    solution.challenge(),
                    solution.number(),
                    solution.salt(),
                    solution.signature())
                .getBytes(UTF_8));
  }

  private MvcTestResult submit(TestTenant to, @Nullable String solution, @Nullable String key) {
    var body =
        solution == null
            ? "{\"rating\": 4}"
            : "{\"rating\": 4, \"check\": {\"openForMs\": 9000, \"solution\": \"%s\"}}"
                .formatted(solution);
    var request =
        api.post()
            .uri("/feedback")
            .header("X-Site-Key", to.key().value())
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
    return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
  }

  private int stored(TestTenant of) {
    return storage.feedback().list(of.id(), 100, null).items().size();
  }
}
