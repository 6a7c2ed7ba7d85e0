package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class WorkersStackIT {

  private static final String MAPPING = "AWS::Lambda::EventSourceMapping";

  private final Template template = Layout.STANDARD.template("feedback-workers-prod");

  @Test
  void deliversTheStreamInBatchesThatMayBePartlyDone() {
    template.hasResourceProperties(
        MAPPING,
        Map.of(
            "BatchSize",
            100,
            "ParallelizationFactor",
            2,
            "MaximumBatchingWindowInSeconds",
            1,
            "FunctionResponseTypes",
            List.of("ReportBatchItemFailures"),
            "BisectBatchOnFunctionError",
            true,
            "StartingPosition",
            "TRIM_HORIZON",
            "DestinationConfig",
            Match.objectLike(Map.of("OnFailure", Map.of("Destination", Match.anyValue())))));
  }

  @Test
  void givesUpByAgeAndEarlyEnoughToReadTheStream() {
    template.hasResourceProperties(
        MAPPING, Map.of("MaximumRetryAttempts", 10_000, "MaximumRecordAgeInSeconds", 6 * 60 * 60));
  }

  @Test
  void leavesOutOnlyWhatExpires() throws IOException {
    var mapping = Inspection.of(template).only(MAPPING);
    var filters =
        Inspection.<Map<String, List<Map<String, String>>>>cast(mapping.get("FilterCriteria"))
            .get("Filters");
    var json = new ObjectMapper();

    assertThat(filters).hasSize(2);
    assertThat(json.readTree(filters.get(0).get("Pattern")))
        .isEqualTo(json.readTree("{\"eventName\":[\"INSERT\",\"MODIFY\"]}"));
    assertThat(json.readTree(filters.get(1).get("Pattern")))
        .isEqualTo(
            json.readTree(
                "{\"eventName\":[\"REMOVE\"],\"userIdentity\":{\"principalId\":[{\"exists\":false}]}}"));
  }

  @Test
  void keepsWhatFailedForTwoWeeks() {
    template.hasResourceProperties(
        "AWS::SQS::Queue", Map.of("MessageRetentionPeriod", 14 * 24 * 60 * 60));
    template.hasResourceProperties(
        "AWS::SQS::QueuePolicy",
        Map.of(
            "PolicyDocument",
            Match.objectLike(
                Map.of(
                    "Statement",
                    Match.arrayWith(
                        List.of(
                            Match.objectLike(
                                Map.of(
                                    "Effect",
                                    "Deny",
                                    "Condition",
                                    Map.of("Bool", Map.of("aws:SecureTransport", "false"))))))))));
  }

  @Test
  void runsTheAggregatorOnJava() {
    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "FunctionName", "feedback-aggregate-prod",
            "Runtime", "java25",
            "Handler", "io.feedbackplatform.workers.analytics.AggregateHandler",
            "MemorySize", 512,
            "Timeout", 30));
  }

  /** Two would count everything twice: each region's stream has every change. */
  @ParameterizedTest
  @EnumSource
  void countsInOneRegionOnly(Layout layout) {
    var mappings =
        layout.platform().stacks().stream()
            .filter(
                stack -> !Inspection.of(Template.fromStack(stack)).properties(MAPPING).isEmpty())
            .map(Stack::getStackName);

    assertThat(mappings).containsExactly("feedback-workers-prod");
  }
}
