package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class OpsStackIT {

  private static final String STACK = "feedback-ops-prod";
  private static final String FUNCTION = "AWS::Lambda::Function";

  private final Template template = Layout.STANDARD.template(STACK);

  @ParameterizedTest
  @CsvSource({
    "feedback-rollback-prod, rollback.RollbackHandler, 300",
    "CodeDeployHook_feedback-check-prod, release.PreTrafficHandler, 300",
    "feedback-release-watch-prod, release.ReleaseWatchHandler, 120"
  })
  void tellsItsFunctionsWhatTheyWatchOver(String name, String handler, int seconds) {
    template.hasResourceProperties(
        FUNCTION,
        Map.of(
            "FunctionName",
            name,
            "Handler",
            "io.feedbackplatform.ops." + handler,
            "Runtime",
            "java25",
            "MemorySize",
            512,
            "Timeout",
            seconds,
            "Environment",
            Map.of(
                "Variables",
                Match.objectLike(
                    Map.of(
                        "API_FUNCTION_NAME", "feedback-api-prod",
                        "API_ALIAS", "prod",
                        "DEPLOYMENT_APPLICATION", "feedback-api-prod",
                        "DEPLOYMENT_GROUP", "feedback-api-prod")))));
  }

  @Test
  void startsTheRollbackByOneAlarmOnly() {
    template.hasResourceProperties(
        "AWS::SNS::Subscription",
        Map.of(
            "Protocol",
            "lambda",
            "FilterPolicyScope",
            "MessageBody",
            "FilterPolicy",
            Map.of(
                "AlarmName", List.of("feedback-prod-api-errors"),
                "NewStateValue", List.of("ALARM")),
            "RedrivePolicy",
            Match.anyValue()));
    template.hasResourceProperties(
        "AWS::Lambda::EventInvokeConfig",
        Map.of("MaximumRetryAttempts", 2, "MaximumEventAgeInSeconds", 900));
    template.hasResourceProperties(
        FUNCTION,
        Map.of(
            "FunctionName",
            "feedback-rollback-prod",
            "Environment",
            Map.of(
                "Variables",
                Match.objectLike(Map.of("ROLLBACK_ALARM_NAMES", "feedback-prod-api-errors")))));
  }

  @Test
  void watchesEveryFiveMinutesAndBakesForThirty() {
    template.hasResourceProperties(
        "AWS::Events::Rule", Map.of("ScheduleExpression", "rate(5 minutes)"));
    template.hasResourceProperties(
        FUNCTION,
        Map.of(
            "FunctionName",
            "feedback-release-watch-prod",
            "Environment",
            Map.of("Variables", Match.objectLike(Map.of("BAKE_MINUTES", "30")))));
  }

  @Test
  void keepsItsRecordSafe() {
    template.hasResource(
        "AWS::DynamoDB::GlobalTable",
        Map.of(
            "DeletionPolicy",
            "Retain",
            "Properties",
            Match.objectLike(
                Map.of(
                    "TableName",
                    "operations-prod",
                    "TimeToLiveSpecification",
                    Map.of("AttributeName", "expiresAt", "Enabled", true)))));
  }

  @Test
  void keepsPackagesForNinetyDays() {
    template.hasResourceProperties(
        "AWS::S3::Bucket",
        Map.of(
            "LifecycleConfiguration",
            Map.of(
                "Rules",
                List.of(Match.objectLike(Map.of("ExpirationInDays", 90, "Status", "Enabled"))))));
    template.hasResourceProperties(
        "Custom::CDKBucketDeployment",
        Map.of("Extract", false, "Prune", false, "RetainOnDelete", true));
    assertThat(Inspection.of(template).only("Custom::CDKBucketDeployment").get("SourceObjectKeys"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(3);
  }

  @Test
  void knowsSlackOnlyWhenAsked() {
    var asked =
        Template.fromStack(Layout.platform(Map.of("stage", "prod", "slack", "true")).stack(STACK));

    asked.hasResourceProperties(
        "AWS::SecretsManager::Secret", Map.of("Name", "feedback-slack-webhook-prod"));
    assertThat(Inspection.of(asked).permissionsOf("feedback-rollback-prod"))
        .anyMatch(line -> line.contains("secretsmanager:GetSecretValue"));
    template.resourceCountIs("AWS::SecretsManager::Secret", 0);
  }

  @Test
  void writesToWhoAskedForIt() {
    var asked =
        Template.fromStack(
            Layout.platform(Map.of("stage", "prod", "notificationEmail", "ops@example.com"))
                .stack(STACK));

    asked.hasResourceProperties(
        "AWS::SNS::Subscription", Map.of("Protocol", "email", "Endpoint", "ops@example.com"));
  }

  @Test
  void watchesOverEachRegionByItself() {
    assertThat(Layout.STANDARD_TWO_REGIONS.platform().stack(STACK + "-eu-west-1").getRegion())
        .isEqualTo("eu-west-1");
  }
}
