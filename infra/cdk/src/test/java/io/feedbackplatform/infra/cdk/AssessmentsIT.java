package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class AssessmentsIT {

  private static final String MAPPING = "AWS::Lambda::EventSourceMapping";

  private final Template template = Layout.ECONOMY.template("feedback-workers-prod");

  @Test
  void readsTheStreamBesideTheAggregatorAndOnlyWhatMayBeOrdered() {
    var message = "\"message\":{\"S\":[{\"exists\":true}]}";
    template.hasResourceProperties(
        MAPPING,
        Map.of(
            "FunctionResponseTypes",
            List.of("ReportBatchItemFailures"),
            "BisectBatchOnFunctionError",
            true,
            "MaximumRecordAgeInSeconds",
            6 * 60 * 60,
            "FilterCriteria",
            Map.of(
                "Filters",
                List.of(
                    Map.of("Pattern", Match.stringLikeRegexp("INSERT")),
                    Map.of("Pattern", Match.stringLikeRegexp("MODIFY"))))));
    var patterns = Inspection.of(template).properties(MAPPING).toString();

    assertThat(patterns.split(Pattern.quote(message), -1)).hasSize(3);
    assertThat(patterns).contains("{\"anything-but\":[\"spam\"]}");
    assertThat(
            Inspection.of(template).properties(MAPPING).values().stream()
                .filter(mapping -> mapping.toString().contains("StreamArn")))
        .hasSize(2);
  }

  @Test
  void asksForTwentyFiveAtOnceAndTellsWhichFailed() {
    template.hasResourceProperties(
        MAPPING,
        Map.of(
            "BatchSize",
            25,
            "MaximumBatchingWindowInSeconds",
            5,
            "ScalingConfig",
            Map.of("MaximumConcurrency", 5),
            "FunctionResponseTypes",
            List.of("ReportBatchItemFailures")));
  }

  @Test
  void hidesAnOrderForSixTimesAsLongAsItMayTakeAndKeepsWhatFailedForPeople() {
    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of("FunctionName", "feedback-assess-prod", "Timeout", 60, "Runtime", "java25"));
    template.hasResourceProperties(
        "AWS::SQS::Queue",
        Map.of(
            "QueueName",
            "feedback-assessments-prod",
            "VisibilityTimeout",
            6 * 60,
            "SqsManagedSseEnabled",
            true,
            "RedrivePolicy",
            Match.objectLike(Map.of("maxReceiveCount", 10))));
    for (var name : List.of("feedback-assess-failures-prod", "feedback-dispatch-failures-prod")) {
      template.hasResourceProperties(
          "AWS::SQS::Queue",
          Map.of("QueueName", name, "MessageRetentionPeriod", 14 * 24 * 60 * 60));
    }
  }

  @Test
  void tellsTheApiThatTenantsMayChooseIt() {
    Layout.ECONOMY
        .template("feedback-api-prod")
        .hasResourceProperties(
            "AWS::Lambda::Function",
            Map.of(
                "Environment",
                Map.of("Variables", Match.objectLike(Map.of("FEEDBACK_COMPREHEND", "true")))));
  }

  @Test
  void isNotThereUnlessAskedFor() {
    var without = Layout.STANDARD.template("feedback-workers-prod");

    assertThat(without.toJSON().toString()).doesNotContain("comprehend", "assess", "dispatch");
    assertThat(Layout.STANDARD.template("feedback-api-prod").toJSON().toString())
        .doesNotContain("FEEDBACK_COMPREHEND");
  }
}
