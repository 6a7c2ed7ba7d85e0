package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each role may do, to the letter: one permission more or less has to be written here too. */
class LeastPrivilegeIT {

  private static final String LAMBDA =
      "arn:aws:lambda:us-east-1:account:function:feedback-api-prod";

  private static final Set<String> TAKING_NO_RESOURCE =
      Set.of(
          "codedeploy:BatchGetDeploymentTargets",
          "codedeploy:ListDeploymentTargets",
          "comprehend:BatchDetectSentiment");

  @Test
  void letsTheApiReadAndWriteWhatItServes() {
    assertThat(permissions("feedback-api-prod", "feedback-api-prod"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream {/aws/lambda/feedback-api-prod.Arn}",
            "logs:PutLogEvents {/aws/lambda/feedback-api-prod.Arn}",
            "sqs:SendMessage arn:aws:sqs:us-east-1:account:feedback-recounts-prod",
            "sts:AssumeRole {FunctionTenantRole.Arn}",
            "sts:TagSession {FunctionTenantRole.Arn}",
            "dynamodb:GetItem arn:aws:dynamodb:us-east-1:account:table/tenants-prod",
            "dynamodb:Query arn:aws:dynamodb:us-east-1:account:table/tenants-prod",
            "dynamodb:Query arn:aws:dynamodb:us-east-1:account:table/tenants-prod/index/memberships");
  }

  /** That each is for one tenant at a time, and that none is missing, shows TenantWallIT. */
  @Test
  void letsTheApiReachTheDataOfTenantsByARoleOfItsOwn() {
    var template = Inspection.of(Layout.STANDARD.template("feedback-api-prod"));
    var role =
        template.properties("AWS::IAM::Role").keySet().stream()
            .filter(id -> id.contains("TenantRole"))
            .findAny()
            .orElseThrow();

    assertThat(template.permissionsOfRole(role))
        .extracting(LeastPrivilegeIT::granted)
        .containsExactlyInAnyOrder(
            "dynamodb:GetItem arn:aws:dynamodb:us-east-1:account:table/feedback-prod",
            "dynamodb:PutItem arn:aws:dynamodb:us-east-1:account:table/feedback-prod",
            "dynamodb:Query arn:aws:dynamodb:us-east-1:account:table/feedback-prod",
            "dynamodb:UpdateItem arn:aws:dynamodb:us-east-1:account:table/feedback-prod",
            "dynamodb:BatchGetItem arn:aws:dynamodb:us-east-1:account:table/analytics-prod",
            "dynamodb:GetItem arn:aws:dynamodb:us-east-1:account:table/analytics-prod",
            "dynamodb:Query arn:aws:dynamodb:us-east-1:account:table/analytics-prod",
            "dynamodb:PutItem arn:aws:dynamodb:us-east-1:account:table/analytics-prod",
            "dynamodb:UpdateItem arn:aws:dynamodb:us-east-1:account:table/analytics-prod",
            "dynamodb:BatchGetItem arn:aws:dynamodb:us-east-1:account:table/tenants-prod",
            "dynamodb:ConditionCheckItem arn:aws:dynamodb:us-east-1:account:table/tenants-prod",
            "dynamodb:DeleteItem arn:aws:dynamodb:us-east-1:account:table/tenants-prod",
            "dynamodb:GetItem arn:aws:dynamodb:us-east-1:account:table/tenants-prod",
            "dynamodb:PutItem arn:aws:dynamodb:us-east-1:account:table/tenants-prod",
            "dynamodb:Query arn:aws:dynamodb:us-east-1:account:table/tenants-prod",
            "dynamodb:UpdateItem arn:aws:dynamodb:us-east-1:account:table/tenants-prod");
    assertThat(template.resources().get(role).toString())
        .contains("sts:TagSession", "aws:RequestTag/tenant", "aws:TagKeys");
  }

  @Test
  void letsTheApiOfTheSecondRegionUseTheTablesThere() {
    var permissions =
        Inspection.of(Layout.STANDARD_TWO_REGIONS.template("feedback-api-prod-eu-west-1"))
            .permissionsOf("feedback-api-prod");

    assertThat(permissions)
        .filteredOn(line -> line.contains("dynamodb"))
        .isNotEmpty()
        .allMatch(line -> line.contains(":dynamodb:eu-west-1:"));
  }

  @Test
  void letsTheApiSendMailInTheNameOfTheDomainAndOfNothingElse() {
    assertThat(
            Inspection.of(Layout.STANDARD_TWO_REGIONS.template("feedback-api-prod"))
                .permissionsOf("feedback-api-prod"))
        .filteredOn(line -> line.contains(" ses:"))
        .singleElement()
        .asString()
        .contains("ses:SendEmail arn:aws:ses:us-east-1:account:identity/");
    assertThat(permissions("feedback-api-prod", "feedback-api-prod"))
        .noneMatch(line -> line.contains("ses:"));
  }

  @Test
  void letsTheAggregatorReadTheStreamAndWriteCounters() {
    assertThat(permissions("feedback-workers-prod", "feedback-aggregate-prod"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream {/aws/lambda/feedback-aggregate-prod.Arn}",
            "logs:PutLogEvents {/aws/lambda/feedback-aggregate-prod.Arn}",
            "dynamodb:BatchGetItem arn:aws:dynamodb:us-east-1:account:table/analytics-prod",
            "dynamodb:GetItem arn:aws:dynamodb:us-east-1:account:table/analytics-prod",
            "dynamodb:PutItem arn:aws:dynamodb:us-east-1:account:table/analytics-prod",
            "dynamodb:Query arn:aws:dynamodb:us-east-1:account:table/analytics-prod",
            "dynamodb:UpdateItem arn:aws:dynamodb:us-east-1:account:table/analytics-prod",
            "dynamodb:DescribeStream {feedback-data-prod:feedbackStreamArn}",
            "dynamodb:GetRecords {feedback-data-prod:feedbackStreamArn}",
            "dynamodb:GetShardIterator {feedback-data-prod:feedbackStreamArn}",
            "dynamodb:ListStreams {feedback-data-prod:feedbackStreamArn}",
            "sqs:GetQueueAttributes {feedback-aggregate-failures-prod.Arn}",
            "sqs:GetQueueUrl {feedback-aggregate-failures-prod.Arn}",
            "sqs:SendMessage {feedback-aggregate-failures-prod.Arn}",
            "sqs:SendMessage {feedback-parked-records-prod.Arn}");
  }

  @Test
  void letsTheRemoverOfTenantsReadKeysAndDelete() {
    var table = " arn:aws:dynamodb:us-east-1:account:table/";
    assertThat(permissions("feedback-workers-prod", "feedback-remove-tenants-prod"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream {/aws/lambda/feedback-remove-tenants-prod.Arn}",
            "logs:PutLogEvents {/aws/lambda/feedback-remove-tenants-prod.Arn}",
            "dynamodb:BatchWriteItem" + table + "feedback-prod",
            "dynamodb:Query" + table + "feedback-prod",
            "dynamodb:BatchWriteItem" + table + "analytics-prod",
            "dynamodb:Query" + table + "analytics-prod",
            "dynamodb:BatchWriteItem" + table + "tenants-prod",
            "dynamodb:DeleteItem" + table + "tenants-prod",
            "dynamodb:GetItem" + table + "tenants-prod",
            "dynamodb:PutItem" + table + "tenants-prod",
            "dynamodb:Query" + table + "tenants-prod",
            "dynamodb:UpdateItem" + table + "tenants-prod");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"feedback-recount-tenants-prod", "feedback-recount-prod", "feedback-redrive-prod"})
  void letsARecountReadFeedbackAndWriteCountersAndFences(String function) {
    var table = " arn:aws:dynamodb:us-east-1:account:table/";
    assertThat(permissions("feedback-workers-prod", function))
        .filteredOn(line -> !line.contains("sqs:"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream {/aws/lambda/" + function + ".Arn}",
            "logs:PutLogEvents {/aws/lambda/" + function + ".Arn}",
            "dynamodb:PutItem" + table + "feedback-prod",
            "dynamodb:Query" + table + "feedback-prod",
            "dynamodb:Query" + table + "analytics-prod",
            "dynamodb:UpdateItem" + table + "analytics-prod",
            "dynamodb:GetItem" + table + "tenants-prod",
            "dynamodb:Query" + table + "tenants-prod");
  }

  @Test
  void letsNobodyButTheRedriveTakeWhatIsParked() {
    assertThat(permissions("feedback-workers-prod", "feedback-redrive-prod"))
        .filteredOn(line -> line.contains("sqs:"))
        .containsExactlyInAnyOrder(
            "sqs:ChangeMessageVisibility {feedback-parked-records-prod.Arn}",
            "sqs:DeleteMessage {feedback-parked-records-prod.Arn}",
            "sqs:ReceiveMessage {feedback-parked-records-prod.Arn}");
    assertThat(permissions("feedback-workers-prod", "feedback-recount-tenants-prod"))
        .noneMatch(line -> line.contains("sqs:"));
  }

  @Test
  void letsTheDispatcherReadTheStreamAndTenantsAndOrder() {
    assertThat(assessing("feedback-dispatch-prod"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream {/aws/lambda/feedback-dispatch-prod.Arn}",
            "logs:PutLogEvents {/aws/lambda/feedback-dispatch-prod.Arn}",
            "dynamodb:GetItem arn:aws:dynamodb:us-east-1:account:table/tenants-prod",
            "dynamodb:DescribeStream {feedback-data-prod:feedbackStreamArn}",
            "dynamodb:GetRecords {feedback-data-prod:feedbackStreamArn}",
            "dynamodb:GetShardIterator {feedback-data-prod:feedbackStreamArn}",
            "dynamodb:ListStreams {feedback-data-prod:feedbackStreamArn}",
            "sqs:GetQueueAttributes {feedback-dispatch-failures-prod.Arn}",
            "sqs:GetQueueUrl {feedback-dispatch-failures-prod.Arn}",
            "sqs:SendMessage {feedback-dispatch-failures-prod.Arn}",
            "sqs:SendMessage {feedback-assessments-prod.Arn}");
  }

  @Test
  void letsTheAssessorAskComprehendAndWriteWhatItSays() {
    assertThat(assessing("feedback-assess-prod"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream {/aws/lambda/feedback-assess-prod.Arn}",
            "logs:PutLogEvents {/aws/lambda/feedback-assess-prod.Arn}",
            "comprehend:BatchDetectSentiment *",
            "dynamodb:GetItem arn:aws:dynamodb:us-east-1:account:table/feedback-prod",
            "dynamodb:UpdateItem arn:aws:dynamodb:us-east-1:account:table/feedback-prod",
            "dynamodb:GetItem arn:aws:dynamodb:us-east-1:account:table/tenants-prod",
            "sqs:DeleteMessage {feedback-assessments-prod.Arn}",
            "sqs:GetQueueAttributes {feedback-assessments-prod.Arn}",
            "sqs:ReceiveMessage {feedback-assessments-prod.Arn}");
  }

  private static List<String> assessing(String function) {
    return Inspection.of(Layout.ECONOMY.template("feedback-workers-prod"))
        .permissionsOf(function)
        .stream()
        .map(LeastPrivilegeIT::granted)
        .toList();
  }

  @Test
  void letsOneFunctionTakeOrdersOfRecountsAndTheApiGiveThem() {
    assertThat(permissions("feedback-workers-prod", "feedback-recount-prod"))
        .filteredOn(line -> line.contains("sqs:"))
        .containsExactlyInAnyOrder(
            "sqs:DeleteMessage {feedback-recounts-prod.Arn}",
            "sqs:GetQueueAttributes {feedback-recounts-prod.Arn}",
            "sqs:ReceiveMessage {feedback-recounts-prod.Arn}");
    assertThat(
            Inspection.of(Layout.STANDARD_TWO_REGIONS.template("feedback-api-prod-eu-west-1"))
                .permissionsOf("feedback-api-prod"))
        .filteredOn(line -> line.contains("sqs:"))
        .singleElement()
        .asString()
        .contains("sqs:SendMessage arn:aws:sqs:us-east-1:account:feedback-recounts-prod");
  }

  @Test
  void letsTheRollbackMoveOneAliasAndChangeNoCode() {
    assertThat(permissions("feedback-ops-prod", "feedback-rollback-prod"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream {/aws/lambda/feedback-rollback-prod.Arn}",
            "logs:PutLogEvents {/aws/lambda/feedback-rollback-prod.Arn}",
            "cloudwatch:DescribeAlarms arn:aws:cloudwatch:us-east-1:account:alarm:feedback-prod-api-errors",
            // AWS decides by the function whether one of its aliases may be changed; it has one.
            "lambda:GetAlias " + LAMBDA,
            "lambda:GetAlias " + LAMBDA + ":prod",
            "lambda:UpdateAlias " + LAMBDA,
            "lambda:UpdateAlias " + LAMBDA + ":prod",
            "lambda:GetFunctionConfiguration " + LAMBDA,
            "lambda:GetFunctionConfiguration " + LAMBDA + ":*",
            "lambda:InvokeFunction " + LAMBDA + ":*",
            "codedeploy:BatchGetDeployments " + DEPLOYMENTS,
            "codedeploy:ListDeployments " + DEPLOYMENTS,
            "codedeploy:StopDeployment " + DEPLOYMENTS,
            "codedeploy:BatchGetDeploymentTargets *",
            "codedeploy:ListDeploymentTargets *",
            "dynamodb:PutItem {operations-prod.Arn}",
            "dynamodb:Query {operations-prod.Arn}",
            "dynamodb:UpdateItem {operations-prod.Arn}",
            "sns:Publish {feedback-prod-notifications}",
            "kms:Decrypt {AlertsKey.Arn}",
            "kms:GenerateDataKey {AlertsKey.Arn}",
            "sqs:GetQueueAttributes {feedback-rollback-failures-prod.Arn}",
            "sqs:GetQueueUrl {feedback-rollback-failures-prod.Arn}",
            "sqs:SendMessage {feedback-rollback-failures-prod.Arn}");
  }

  private static final String DEPLOYMENTS =
      "arn:aws:codedeploy:us-east-1:account:deploymentgroup:feedback-api-prod/feedback-api-prod";

  @Test
  void letsTheHookTryAVersionAndSayHowItWent() {
    assertThat(permissions("feedback-ops-prod", "CodeDeployHook_feedback-check-prod"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream {/aws/lambda/CodeDeployHook_feedback-check-prod.Arn}",
            "logs:PutLogEvents {/aws/lambda/CodeDeployHook_feedback-check-prod.Arn}",
            "codedeploy:GetDeployment " + DEPLOYMENTS,
            "codedeploy:PutLifecycleEventHookExecutionStatus " + DEPLOYMENTS,
            "lambda:GetFunctionConfiguration " + LAMBDA,
            "lambda:GetFunctionConfiguration " + LAMBDA + ":*",
            "lambda:InvokeFunction " + LAMBDA + ":*",
            "dynamodb:PutItem {operations-prod.Arn}",
            "dynamodb:Query {operations-prod.Arn}");
  }

  @Test
  void letsTheWatchLookAndWriteDown() {
    assertThat(permissions("feedback-ops-prod", "feedback-release-watch-prod"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream {/aws/lambda/feedback-release-watch-prod.Arn}",
            "logs:PutLogEvents {/aws/lambda/feedback-release-watch-prod.Arn}",
            "cloudwatch:DescribeAlarms arn:aws:cloudwatch:us-east-1:account:alarm:feedback-prod-api-errors",
            "codedeploy:BatchGetDeployments " + DEPLOYMENTS,
            "codedeploy:ListDeployments " + DEPLOYMENTS,
            "codedeploy:BatchGetDeploymentTargets *",
            "codedeploy:ListDeploymentTargets *",
            "lambda:GetAlias " + LAMBDA,
            "lambda:GetAlias " + LAMBDA + ":prod",
            "lambda:GetFunctionConfiguration " + LAMBDA,
            "lambda:GetFunctionConfiguration " + LAMBDA + ":*",
            "lambda:InvokeFunction " + LAMBDA + ":*",
            "dynamodb:ConditionCheckItem {operations-prod.Arn}",
            "dynamodb:DeleteItem {operations-prod.Arn}",
            "dynamodb:GetItem {operations-prod.Arn}",
            "dynamodb:PutItem {operations-prod.Arn}",
            "dynamodb:Query {operations-prod.Arn}");
  }

  @Test
  void letsCodeDeployShiftRequestsOfOneFunction() {
    var template = Inspection.of(Layout.STANDARD.template("feedback-api-prod"));
    var role =
        template.properties("AWS::IAM::Role").entrySet().stream()
            .filter(entry -> entry.getValue().toString().contains("codedeploy.amazonaws.com"))
            .map(Map.Entry::getKey)
            .findAny()
            .orElseThrow();

    assertThat(template.permissionsOfRole(role).stream().map(LeastPrivilegeIT::granted))
        .containsExactlyInAnyOrder(
            "cloudwatch:DescribeAlarms *",
            "lambda:GetAlias " + LAMBDA,
            "lambda:GetAlias " + LAMBDA + ":prod",
            "lambda:UpdateAlias " + LAMBDA,
            "lambda:UpdateAlias " + LAMBDA + ":prod",
            "lambda:GetProvisionedConcurrencyConfig " + LAMBDA,
            "lambda:GetProvisionedConcurrencyConfig " + LAMBDA + ":*",
            "lambda:InvokeFunction {feedback-ops-prod:PreTrafficHookFunctionArn}");
  }

  /** Nothing of ours is granted as a whole service, or on everything. */
  @ParameterizedTest
  @EnumSource
  void grantsNoActionByPattern(Layout layout) {
    for (var stack : List.of("api", "workers", "ops", "data", "identity")) {
      var template = Inspection.of(layout.template("feedback-" + stack + "-prod"));
      for (var function : template.properties("AWS::Lambda::Function").values()) {
        if (function.get("FunctionName") instanceof String name) {
          assertThat(template.permissionsOf(name))
              .as(name)
              .filteredOn(line -> !TAKING_NO_RESOURCE.contains(line.split(" ")[1]))
              .noneMatch(line -> line.split(" ")[1].contains("*") || line.endsWith(" *"));
        }
      }
    }
  }

  private static List<String> permissions(String stack, String function) {
    return Inspection.of(Layout.STANDARD.template(stack)).permissionsOf(function).stream()
        .map(LeastPrivilegeIT::granted)
        .toList();
  }

  private static String granted(String line) {
    assertThat(line).startsWith("Allow ");
    return line.substring("Allow ".length());
  }
}
