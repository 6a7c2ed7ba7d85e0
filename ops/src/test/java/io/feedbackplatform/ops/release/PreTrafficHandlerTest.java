package io.feedbackplatform.ops.release;

import static io.feedbackplatform.ops.model.ModelAws.v;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.ops.Metric;
import io.feedbackplatform.ops.TestContext;
import io.feedbackplatform.ops.function.AliasState;
import io.feedbackplatform.ops.function.ApiAnswer;
import io.feedbackplatform.ops.function.ApiRequest;
import io.feedbackplatform.ops.function.Functions;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.Suspect;
import io.feedbackplatform.ops.function.VersionState;
import io.feedbackplatform.ops.function.VersionState.Activity;
import io.feedbackplatform.ops.model.Simulation;
import io.feedbackplatform.ops.record.AuditEntry;
import io.feedbackplatform.ops.record.InMemoryRecords;
import io.feedbackplatform.ops.record.RollbackRecord;
import io.feedbackplatform.ops.record.RollbackRecord.Progress;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreTrafficHandlerTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final InMemoryRecords records = new InMemoryRecords();
  private final Map<String, ApiAnswer> answers = new HashMap<>();
  private final List<String> verdicts = new ArrayList<>();
  private final List<Metric> counted = new ArrayList<>();
  private Function<String, Optional<PublishedVersion>> targets = id -> Optional.of(v(11));
  private Activity activity = Activity.ACTIVE;

  PreTrafficHandlerTest() {
    answers.put("/health", new ApiAnswer.Answered(200, "application/json"));
    answers.put("/health/ready", new ApiAnswer.Answered(200, "application/json"));
    answers.put("/openapi.json", new ApiAnswer.Answered(200, "application/json"));
    answers.put("/feedback", new ApiAnswer.Answered(401, "application/problem+json"));
    answers.put("/events", new ApiAnswer.Answered(404, "application/problem+json"));
  }

  private final class Answering implements Functions {
    @Override
    public AliasState alias() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<VersionState> version(PublishedVersion version) {
      return Optional.of(new VersionState(activity, true, "sha-" + version));
    }

    @Override
    public ApiAnswer call(PublishedVersion version, ApiRequest request) {
      return answers.get(request.path());
    }

    @Override
    public boolean point(PublishedVersion version, String revisionId) {
      throw new UnsupportedOperationException();
    }
  }

  private void handle() {
    var time = new Simulation(START, 1);
    var check = new ReleaseCheck(new Answering(), records, time, time);
    var handler =
        new PreTrafficHandler(
            id -> targets.apply(id),
            check,
            (deployment, execution, sound) ->
                verdicts.add(deployment + " " + execution + " " + sound),
            records,
            counted::add,
            time);
    var event = "{\"DeploymentId\":\"d-1\",\"LifecycleEventHookExecutionId\":\"e-1\"}";
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)),
        OutputStream.nullOutputStream(),
        new TestContext());
  }

  private void assertRefused(String because) {
    assertThat(verdicts).containsExactly("d-1 e-1 false");
    assertThat(records.history(1).getFirst().detail()).contains(because);
    assertThat(counted).containsExactly(Metric.RELEASE_CHECK_FAILED);
  }

  @Test
  void letsASoundVersionThrough() {
    handle();

    assertThat(verdicts).containsExactly("d-1 e-1 true");
    assertThat(records.history(1))
        .extracting(AuditEntry::outcome)
        .containsExactly("release_allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/ready", "/openapi.json", "/feedback", "/events"})
  void refusesAVersionThatAnswersOtherwise(String path) {
    answers.put(path, new ApiAnswer.Answered(500, "application/problem+json"));

    handle();

    assertRefused(path);
  }

  @Test
  void refusesAVersionThatTakesAnyKey() {
    answers.put("/feedback", new ApiAnswer.Answered(201, "application/json"));

    handle();

    assertRefused("/feedback must be 401");
  }

  @Test
  void refusesAVersionThatDoesNotAnswer() {
    answers.put("/health", new ApiAnswer.Broken("the function failed"));

    handle();

    assertRefused("the function failed");
  }

  @Test
  void refusesAFrozenBuild() {
    records.begin(
        new RollbackRecord(
            new Suspect.Published(v(10)), "sha-11", v(9), "r", "alarm", START, Progress.DONE));

    handle();

    assertRefused("frozen");
  }

  @Test
  void refusesAVersionThatWasRolledBackFrom() {
    records.begin(
        new RollbackRecord(
            new Suspect.Published(v(11)), null, v(9), "r", "alarm", START, Progress.DONE));

    handle();

    assertRefused("was rolled back from");
  }

  @Test
  void answersInTimeForAVersionThatNeverBecomesActive() {
    activity = Activity.PENDING;

    handle();

    assertRefused("is not active");
  }

  @Test
  void answersWhenTheDeploymentNamesNoVersion() {
    targets = id -> Optional.empty();

    handle();

    assertRefused("does not name one version");
  }

  @Test
  void answersWhenCodeDeployCannotBeAsked() {
    targets =
        id -> {
          throw new IllegalStateException("throttled");
        };

    handle();

    assertRefused("throttled");
  }
}
