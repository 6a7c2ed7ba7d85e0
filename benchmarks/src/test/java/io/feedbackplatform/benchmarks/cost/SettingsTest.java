package io.feedbackplatform.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That the model takes for given what the approved templates say. */
class SettingsTest {

  /** Alarms of what the model counts apart, as few ask for it. */
  private static final Pattern COMPREHEND = Pattern.compile(".*-(assess|dispatch).*");

  private static final Path APPROVED = Path.of("../infra/cdk/src/test/resources/approved/economy");

  /** What auto scaling makes for reads and writes of a table (DynamoDB developer guide). */
  private static final int ALARMS_OF_SCALING = 8;

  private final List<JsonNode> resources = resources();

  @Test
  void functionsAreAsLargeAndAsQuietAsSaid() {
    var api = named("FunctionName", "feedback-api-prod");
    var worker = named("FunctionName", "feedback-aggregate-prod");

    assertThat(api.path("MemorySize").intValue()).isEqualTo(Settings.TEMPLATES.apiMemory());
    assertThat(worker.path("MemorySize").intValue()).isEqualTo(Settings.TEMPLATES.workerMemory());
    assertThat(api.path("Architectures").path(0).stringValue()).isEqualTo("x86_64");
    assertThat(api.path("LoggingConfig").path("SystemLogLevel").stringValue()).isEqualTo("WARN");
    assertThat(api.path("TracingConfig").path("Mode").stringValue("none")).isNotEqualTo("Active");
  }

  @Test
  void onlyTheCountersAreProvisioned() {
    var table = named("TableName", "analytics-prod");
    var writes =
        table.path("WriteProvisionedThroughputSettings").path("WriteCapacityAutoScalingSettings");

    assertThat(writes.path("MinCapacity").intValue()).isEqualTo(Settings.TEMPLATES.leastWrite());
    assertThat(
            writes
                    .path("TargetTrackingScalingPolicyConfiguration")
                    .path("TargetValue")
                    .doubleValue()
                / 100)
        .isEqualTo(Settings.TEMPLATES.targetUtilization());
    assertThat(named("TableName", "feedback-prod").path("BillingMode").stringValue())
        .isEqualTo("PAY_PER_REQUEST");
    assertThat(named("TableName", "tenants-prod").path("BillingMode").stringValue())
        .isEqualTo("PAY_PER_REQUEST");
  }

  @Test
  void noMoreThingsCostMoneyThanAreCounted() {
    var metrics =
        of("AWS::CloudWatch::Alarm")
            .filter(alarm -> !COMPREHEND.matcher(alarm.path("AlarmName").stringValue()).matches())
            .mapToInt(SettingsTest::metrics)
            .sum();

    assertThat(metrics + ALARMS_OF_SCALING).isBetween(20, Settings.TEMPLATES.alarmMetrics());
    assertThat(of("AWS::KMS::Key")).hasSizeLessThanOrEqualTo(Settings.TEMPLATES.keys());
    assertThat(of("AWS::SecretsManager::Secret"))
        .hasSizeLessThanOrEqualTo(Settings.TEMPLATES.secrets());
    assertThat(of("AWS::CloudWatch::Dashboard"))
        .hasSizeLessThanOrEqualTo(Settings.TEMPLATES.dashboards());
    var custom =
        of("AWS::Logs::MetricFilter")
            .flatMap(filter -> filter.path("MetricTransformations").valueStream())
            .map(metric -> metric.path("MetricName").stringValue())
            .collect(Collectors.toSet());
    assertThat(custom).isNotEmpty().hasSizeLessThanOrEqualTo(Settings.TEMPLATES.customMetrics());
  }

  private static int metrics(JsonNode alarm) {
    return alarm.path("Metrics").isMissingNode()
        ? 1
        : (int)
            alarm.path("Metrics").valueStream().filter(metric -> metric.has("MetricStat")).count();
  }

  private Stream<JsonNode> of(String type) {
    return resources.stream()
        .filter(resource -> resource.path("Type").stringValue().equals(type))
        .map(resource -> resource.path("Properties"));
  }

  private JsonNode named(String property, String name) {
    return resources.stream()
        .map(resource -> resource.path("Properties"))
        .filter(properties -> properties.path(property).asString("").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no template has " + name));
  }

  private static List<JsonNode> resources() {
    try (var templates = Files.list(APPROVED)) {
      return templates
          .map(template -> new JsonMapper().readTree(template.toFile()).path("Resources"))
          .flatMap(JsonNode::valueStream)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
