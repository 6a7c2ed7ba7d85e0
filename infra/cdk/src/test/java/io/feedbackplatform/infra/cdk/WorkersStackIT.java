package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

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
            1_000,
            "ParallelizationFactor",
            1,
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

  /** What expires moves to the counts of what expired; a fence is an item like any. */
  @Test
  void leavesOutNothing() {
    assertThat(Inspection.of(template).properties(MAPPING).values())
        .isNotEmpty()
        .noneMatch(mapping -> mapping.containsKey("FilterCriteria"));
  }

  @Test
  void keepsWhatFailedAndWhatIsParkedForTwoWeeks() {
    for (var name : List.of("feedback-aggregate-failures-prod", "feedback-parked-records-prod")) {
      template.hasResourceProperties(
          "AWS::SQS::Queue",
          Map.of(
              "QueueName",
              name,
              "SqsManagedSseEnabled",
              true,
              "MessageRetentionPeriod",
              14 * 24 * 60 * 60));
    }
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
            "Timeout", 60));
  }

  @Test
  void tellsTheAggregatorWhereToPark() {
    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "FunctionName",
            "feedback-aggregate-prod",
            "Environment",
            Match.objectLike(
                Map.of(
                    "Variables",
                    Match.objectLike(
                        Map.of("FEEDBACK_PARKED_RECORDS_QUEUE_URL", Match.anyValue()))))));
  }

  @Test
  void takesOrdersOfRecountsOneByOneUntilTheyAreLost() {
    template.hasResourceProperties(
        "AWS::SQS::Queue",
        Map.of(
            "QueueName",
            "feedback-recounts-prod",
            "MessageRetentionPeriod",
            60 * 60,
            "VisibilityTimeout",
            16 * 60,
            "RedrivePolicy",
            Match.objectLike(Map.of("maxReceiveCount", 3))));
    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "FunctionName", "feedback-recount-prod",
            "Handler", "io.feedbackplatform.workers.recount.RecountHandler",
            "Timeout", 15 * 60));
    template.hasResourceProperties(MAPPING, Map.of("BatchSize", 1));
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
