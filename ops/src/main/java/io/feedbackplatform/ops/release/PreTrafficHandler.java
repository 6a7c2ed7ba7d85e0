package io.feedbackplatform.ops.release;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.feedbackplatform.ops.Clients;
import io.feedbackplatform.ops.LoggedMetrics;
import io.feedbackplatform.ops.Metric;
import io.feedbackplatform.ops.Metrics;
import io.feedbackplatform.ops.Pauses;
import io.feedbackplatform.ops.Settings;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.record.AuditEntry;
import io.feedbackplatform.ops.record.Records;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lambda that CodeDeploy calls before a version gets traffic. It answers every call that names a
 * deployment, one way or the other, so that no deployment waits for the end of its hour.
 */
public final class PreTrafficHandler implements RequestStreamHandler {

  /** CodeDeploy's ear for what came of a check. */
  @FunctionalInterface
  interface Verdicts {
    void give(String deploymentId, String executionId, boolean sound);
  }

  private static final Logger LOG = LoggerFactory.getLogger(PreTrafficHandler.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Function<String, Optional<PublishedVersion>> targets;
  private final ReleaseCheck check;
  private final Verdicts verdicts;
  private final Records records;
  private final Metrics metrics;
  private final Clock clock;

  /** For Lambda: as the environment says. */
  public PreTrafficHandler() {
    this(Settings.ofProcess(), Clock.systemUTC(), Pauses.REAL);
  }

  PreTrafficHandler(Settings settings, Clock clock, Pauses pauses) {
    this.metrics = new LoggedMetrics(clock, settings.function());
    var clients = new Clients(settings, metrics);
    var codeDeploy = clients.codeDeploy();
    this.targets = clients.deployments()::target;
    this.records = clients.records();
    this.check = new ReleaseCheck(clients.functions(), records, pauses, clock);
    this.verdicts =
        (deploymentId, executionId, sound) ->
            codeDeploy.putLifecycleEventHookExecutionStatus(status ->
                status
                    .deploymentId(deploymentId)
                    .lifecycleEventHookExecutionId(executionId)
                    .status(sound ? "Succeeded" : "Failed"));
    this.clock = clock;
  }

  /** With everything given. */
  PreTrafficHandler(
      Function<String, Optional<PublishedVersion>> targets,
      ReleaseCheck check,
      Verdicts verdicts,
      Records records,
      Metrics metrics,
      Clock clock) {
    this.targets = targets;
    this.check = check;
    this.verdicts = verdicts;
    this.records = records;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    try (var _ = MDC.putCloseable("requestId", context.getAwsRequestId())) {
      var call = JSON.readTree(event);
      var deployment = text(call, "DeploymentId");
      var objection = objection(deployment);
      verdicts.give(deployment, text(call, "LifecycleEventHookExecutionId"), objection.isEmpty());
    }
  }

  private static String text(JsonNode call, String name) {
    return call.path(name).asString("");
  }

  /** A check that cannot be made is one that is not passed. */
  private Optional<String> objection(String deployment) {
    @Nullable String version = null;
    Optional<String> objection;
    try {
      var target = targets.apply(deployment);
      version = target.map(PublishedVersion::toString).orElse(null);
      objection =
          target.isEmpty()
              ? Optional.of("the deployment does not name one version to release")
              : check.objection(target.get());
    } catch (RuntimeException failure) {
      LOG.atError().setCause(failure).addKeyValue("deployment", deployment).log("Failed.");
      objection = Optional.of("the check failed: " + failure.getMessage());
    }
    try {
      write(deployment, version, objection);
    } catch (RuntimeException failure) {
      LOG.atError().setCause(failure).log("What came of a check could not be written down.");
    }
    return objection;
  }

  private void write(String deployment, @Nullable String version, Optional<String> objection) {
    var outcome = objection.isEmpty() ? "release_allowed" : "release_refused";
    var detail = objection.orElse("all checks passed") + " (" + deployment + ")";
    LOG.atInfo()
        .addKeyValue("outcome", outcome)
        .addKeyValue("toVersion", version == null ? "" : version)
        .addKeyValue("reason", detail)
        .log("A release was checked.");
    if (objection.isPresent()) {
      metrics.count(Metric.RELEASE_CHECK_FAILED);
    }
    records.audit(
        new AuditEntry(
            clock.instant(), outcome + "#" + deployment, outcome, null, null, version, detail));
  }
}
