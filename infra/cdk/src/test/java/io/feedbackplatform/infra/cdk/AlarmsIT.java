package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.feedbackplatform.core.limit.RateLimiter;
import io.feedbackplatform.core.quota.MonthlyQuota;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An alarm helps when it can go off, somebody hears it, and there is something to do. */
class AlarmsIT {

  private static final Path REPOSITORY = Path.of("..", "..");
  private static final Pattern RUNBOOK =
      Pattern.compile("Runbook: (docs/runbooks/[a-z0-9-]+\\.md)$");

  /** What names a resource in a metric; the others are words that AWS fixes. */
  private static final Set<String> FIXED = Set.of("prod", "Global");

  static Stream<Arguments> alarms() {
    return Stream.of(Layout.values())
        .flatMap(layout ->
            Templates.of(layout).some("AWS::CloudWatch::Alarm").stream()
                .map(
                    alarm -> Arguments.of(layout, alarm.stack(), alarm.text("/AlarmName"), alarm)));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("alarms")
  void hasARunbook(Layout layout, String stack, String name, Templates.Resource alarm) {
    var runbook = RUNBOOK.matcher(alarm.text("/AlarmDescription"));

    assertThat(name).startsWith("feedback-prod-");
    assertThat(runbook.find()).as(alarm.text("/AlarmDescription")).isTrue();
    assertThat(Files.exists(REPOSITORY.resolve(runbook.group(1)))).as(runbook.group(1)).isTrue();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("alarms")
  void tellsSomebody(Layout layout, String stack, String name, Templates.Resource alarm) {
    assertThat(alarm.property("/AlarmActions")).isNotEmpty();
    assertThat(alarm.text("/TreatMissingData")).isIn("notBreaching", "breaching");
  }

  /** A metric of a resource that does not exist is never there, and its alarm never goes off. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("alarms")
  void watchesWhatExists(Layout layout, String stack, String name, Templates.Resource alarm) {
    var templates = Templates.of(layout);
    for (var metric : metrics(alarm)) {
      if (metric.path("Namespace").asText().startsWith("FeedbackPlatform/prod")) {
        assertThat(filtered(templates)).contains(metric.path("MetricName").asText());
      }
      for (var dimension : metric.path("Dimensions")) {
        var value = dimension.path("Value");
        if (value.isTextual() && !FIXED.contains(value.asText())) {
          assertThat(names(templates)).contains(value.asText());
        } else if (!value.isTextual()) {
          assertThat(refersToSomething(templates, alarm.stack(), value))
              .as(value.toString())
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesEachAlarmOfARegionItsName(Layout layout) {
    assertThat(Templates.of(layout).some("AWS::CloudWatch::Alarm"))
        .extracting(alarm -> region(alarm.stack()) + " " + alarm.text("/AlarmName"))
        .doesNotHaveDuplicates();
  }

  /** A limiter that lets everybody pass, and data that stays, are seen by nobody otherwise. */
  @ParameterizedTest
  @EnumSource
  void watchesOverWhatFailsQuietly(Layout layout) {
    var alarms = Templates.of(layout).some("AWS::CloudWatch::Alarm");

    assertThat(alarms)
        .filteredOn(alarm -> alarm.text("/AlarmName").equals("feedback-prod-open-limits"))
        .isNotEmpty()
        .allSatisfy(alarm -> assertThat(alarm.text("/MetricName")).isEqualTo(Metrics.OPEN_LIMITS));
    assertThat(alarms)
        .filteredOn(alarm -> alarm.text("/AlarmName").equals("feedback-prod-removal-failed"))
        .singleElement()
        .satisfies(alarm -> {
          assertThat(alarm.text("/MetricName")).isEqualTo("Errors");
          assertThat(alarm.property("/Dimensions").toString())
              .contains("feedback-remove-tenants-prod");
        });
    assertThat(Templates.of(layout).some("AWS::Logs::MetricFilter"))
        .extracting(filter -> filter.text("/FilterPattern"))
        .anySatisfy(
            pattern -> assertThat(pattern).contains(RateLimiter.ALONE, MonthlyQuota.UNKNOWN));
  }

  private static String region(String stack) {
    return stack.endsWith("eu-west-1") ? "second" : "first";
  }

  private static List<JsonNode> metrics(Templates.Resource alarm) {
    var metrics = new ArrayList<JsonNode>();
    if (alarm.property("/Metrics").isMissingNode()) {
      metrics.add(alarm.json().path("Properties"));
    } else {
      alarm
          .property("/Metrics")
          .forEach(metric -> {
            if (metric.has("MetricStat")) {
              metrics.add(metric.at("/MetricStat/Metric"));
            }
          });
    }
    return metrics;
  }

  private static Set<String> filtered(Templates templates) {
    var names = new HashSet<String>();
    templates
        .some("AWS::Logs::MetricFilter")
        .forEach(filter -> names.add(filter.text("/MetricTransformations/0/MetricName")));
    return names;
  }

  /** Names of resources, and the alias as CloudWatch writes it. */
  private static Set<String> names(Templates templates) {
    var names = new HashSet<String>();
    for (var resource : templates.all(any -> true)) {
      for (var property :
          List.of("/FunctionName", "/TableName", "/BackupVaultName", "/QueueName", "/Name")) {
        names.add(resource.text(property));
      }
      resource
          .property("/GlobalSecondaryIndexes")
          .forEach(index -> names.add(index.path("IndexName").asText()));
    }
    templates
        .all("AWS::Lambda::Alias")
        .forEach(alias -> names.add("feedback-api-prod:" + alias.text("/Name")));
    return names;
  }

  private static boolean refersToSomething(Templates templates, String stack, JsonNode value) {
    var own = templates.byStack().get(stack).path("Resources");
    var imported = value.findPath("Fn::ImportValue");
    if (!imported.isMissingNode()) {
      var owner = imported.asText().substring(0, imported.asText().indexOf(':'));
      return templates
          .byStack()
          .get(owner)
          .path("Outputs")
          .findValuesAsText("Name")
          .contains(imported.asText());
    }
    var reference = value.findPath("Ref");
    var attribute = value.findPath("Fn::GetAtt").path(0);
    return own.has(reference.asText()) || own.has(attribute.asText());
  }
}
