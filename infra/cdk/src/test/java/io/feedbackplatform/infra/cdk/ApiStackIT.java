package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class ApiStackIT {

  private static final String STACK = "feedback-api-prod";
  private static final String FUNCTION = "AWS::Lambda::Function";

  private final Template standard = Layout.STANDARD.template(STACK);
  private final Template economy = Layout.ECONOMY.template(STACK);

  @ParameterizedTest
  @EnumSource
  void runsTheApiBehindTheWebAdapter(Layout layout) {
    layout
        .template(STACK)
        .hasResourceProperties(
            FUNCTION,
            Map.of(
                "FunctionName",
                STACK,
                "Runtime",
                "provided.al2023",
                "Handler",
                "run.sh",
                "Architectures",
                List.of("x86_64"),
                "MemorySize",
                1769,
                "Timeout",
                28,
                "Layers",
                List.of(Match.stringLikeRegexp(":753240598075:layer:LambdaAdapterLayerX86:30$")),
                "LoggingConfig",
                Map.of(
                    "LogFormat", "JSON",
                    "ApplicationLogLevel", "INFO",
                    "SystemLogLevel", "WARN",
                    "LogGroup", Match.anyValue()),
                "Environment",
                Match.objectLike(
                    Map.of(
                        "Variables",
                        Match.objectLike(
                            Map.of(
                                "FEEDBACK_TABLE_NAME", "feedback-prod",
                                "ANALYTICS_TABLE_NAME", "analytics-prod",
                                "TENANTS_TABLE_NAME", "tenants-prod",
                                "AWS_LWA_REMOVE_BASE_PATH", "/prod",
                                "AWS_LWA_READINESS_CHECK_PATH", "/health",
                                "AWS_LWA_ERROR_STATUS_CODES", "500"))))));
  }

  @Test
  void tellsTheApiWhoItIs() {
    var variables = variables(standard);

    assertThat(variables)
        .containsKeys("FEEDBACK_ISSUER_URI", "FEEDBACK_CLIENT_IDS", "FEEDBACK_PUBLIC_URL");
    assertThat(variables.get("FEEDBACK_CURSOR_SECRET").toString())
        .contains("{{resolve:secretsmanager:");
    assertThat(variables.get("FEEDBACK_KEY_PEPPER").toString())
        .contains("{{resolve:secretsmanager:");
    assertThat(variables).doesNotContainKeys("AWS_LAMBDA_EXEC_WRAPPER");
  }

  @Test
  void keepsEveryVersionAndServesOneByAnAlias() {
    standard.hasResource(
        "AWS::Lambda::Version",
        Map.of("DeletionPolicy", "Retain", "UpdateReplacePolicy", "Retain"));
    standard.hasResourceProperties("AWS::Lambda::Alias", Map.of("Name", "prod"));
  }

  @ParameterizedTest
  @EnumSource
  void givesANewVersionATenthForFiveMinutesAfterTheHook(Layout layout) {
    var template = layout.template(STACK);
    template.hasResource(
        "AWS::Lambda::Alias",
        Map.of(
            "UpdatePolicy",
            Map.of(
                "CodeDeployLambdaAliasUpdate",
                Match.objectLike(Map.of("BeforeAllowTrafficHook", Match.anyValue())))));
    template.hasResourceProperties(
        "AWS::CodeDeploy::DeploymentGroup",
        Map.of(
            "DeploymentConfigName",
            "CodeDeployDefault.LambdaCanary10Percent5Minutes",
            "DeploymentGroupName",
            STACK,
            "AlarmConfiguration",
            Match.objectLike(Map.of("Enabled", true)),
            "AutoRollbackConfiguration",
            Map.of(
                "Enabled",
                true,
                "Events",
                List.of(
                    "DEPLOYMENT_FAILURE",
                    "DEPLOYMENT_STOP_ON_REQUEST",
                    "DEPLOYMENT_STOP_ON_ALARM"))));
  }

  /**
   * After a rollback the alias is not where CloudFormation left it, and CodeDeploy would refuse.
   */
  @Test
  void movesTheAliasWithoutCodeDeployWhenAsked() {
    var alias = with(Map.of("release", "direct")).findResources("AWS::Lambda::Alias");

    assertThat(alias.values())
        .hasSize(1)
        .allSatisfy(one -> assertThat(one).doesNotContainKey("UpdatePolicy"));
  }

  @Test
  void keepsTheRestApiWithinLimitsAndLogsNoBodies() {
    standard.hasResourceProperties(
        "AWS::ApiGateway::Stage",
        Map.of(
            "StageName",
            "prod",
            "MethodSettings",
            List.of(
                Map.of(
                    "HttpMethod",
                    "*",
                    "ResourcePath",
                    "/*",
                    "ThrottlingRateLimit",
                    5000,
                    "ThrottlingBurstLimit",
                    1000,
                    "LoggingLevel",
                    "ERROR",
                    "DataTraceEnabled",
                    false))));
    standard.hasResourceProperties(
        "AWS::ApiGateway::RestApi",
        Map.of("EndpointConfiguration", Map.of("Types", List.of("REGIONAL"))));
    assertThat(Inspection.of(standard).properties("AWS::ApiGateway::UsagePlan").values())
        .extracting(plan -> plan.get("UsagePlanName"))
        .containsExactlyInAnyOrder(
            "feedback-free-prod",
            "feedback-starter-prod",
            "feedback-business-prod",
            "feedback-enterprise-prod",
            "feedback-entrance-prod");
  }

  @Test
  void keepsTheHttpApiWithinTheSameLimits() {
    economy.hasResourceProperties(
        "AWS::ApiGatewayV2::Stage",
        Map.of(
            "StageName",
            "prod",
            "AutoDeploy",
            true,
            "DefaultRouteSettings",
            Map.of("ThrottlingRateLimit", 5000, "ThrottlingBurstLimit", 1000)));
    economy.resourceCountIs("AWS::ApiGateway::RestApi", 0);
  }

  @ParameterizedTest
  @EnumSource
  void logsWhoCalledWithoutAnyCredential(Layout layout) {
    var template = Inspection.of(layout.template(STACK));
    var formats =
        Inspection.values(template.resources())
            .filter(value -> value instanceof String text && text.contains("$context.requestTime"))
            .map(String.class::cast)
            .toList();

    assertThat(formats)
        .hasSize(1)
        .allSatisfy(format ->
            assertThat(format)
                .contains("$context.status")
                .doesNotContainIgnoringCase("header")
                .doesNotContainIgnoringCase("authorizer")
                .doesNotContain("$context.path\"", "querystring", "apiKey"));
    assertThat(template.properties("AWS::Logs::LogGroup").values())
        .hasSizeGreaterThan(1)
        .allSatisfy(log -> assertThat(log).containsEntry("RetentionInDays", 30));
  }

  @Test
  void answersInTheSecondRegionUnderTheSameName() {
    var second = Layout.STANDARD_TWO_REGIONS.template(STACK + "-eu-west-1");

    assertThat(variables(second))
        .containsEntry("FEEDBACK_PUBLIC_URL", "https://api.feedback.example.com/prod");
    second.hasResourceProperties(
        FUNCTION,
        Map.of(
            "Layers",
            List.of("arn:aws:lambda:eu-west-1:753240598075:layer:LambdaAdapterLayerX86:30")));
  }

  @Test
  void hidesTheGatewayBehindTheDomain() {
    with(Map.of("domain", "feedback.example.com", "hostedZoneId", "Z0123456789ABC"))
        .hasResourceProperties(
            "AWS::ApiGateway::RestApi", Map.of("DisableExecuteApiEndpoint", true));
    standard.hasResourceProperties(
        "AWS::ApiGateway::RestApi", Map.of("DisableExecuteApiEndpoint", false));
  }

  @Test
  void takesSnapshotsOfVersionsWhenAsked() {
    var template = with(Map.of("snapStart", "true"));

    template.hasResourceProperties(
        FUNCTION, Map.of("Runtime", "java25", "SnapStart", Map.of("ApplyOn", "PublishedVersions")));
    assertThat(variables(template))
        .containsEntry("AWS_LAMBDA_EXEC_WRAPPER", "/opt/bootstrap")
        .containsEntry("AWS_LWA_SNAPSTART_BEFORE_CHECKPOINT_PATH", "/snapstart/before-checkpoint")
        .containsEntry("AWS_LWA_SNAPSTART_AFTER_RESTORE_PATH", "/snapstart/after-restore");
  }

  @Test
  void runsOnArmTracesAndReservesWhenAsked() {
    with(Map.of(
            "architecture", "arm64",
            "tracing", "true",
            "reservedConcurrency", "200",
            "webAdapterLayerVersion", "31"))
        .hasResourceProperties(
            FUNCTION,
            Map.of(
                "Architectures", List.of("arm64"),
                "TracingConfig", Map.of("Mode", "Active"),
                "ReservedConcurrentExecutions", 200,
                "Layers",
                    List.of(
                        "arn:aws:lambda:us-east-1:753240598075:layer:LambdaAdapterLayerArm64:31")));
  }

  @Test
  void keepsSomeStartedWhenAsked() {
    with(Map.of("provisionedConcurrency", "5"))
        .hasResourceProperties(
            "AWS::Lambda::Alias",
            Map.of("ProvisionedConcurrencyConfig", Map.of("ProvisionedConcurrentExecutions", 5)));
  }

  @Test
  void signsCursorsWithANewKeyWhenTheNumberRises() {
    var first = cursorKeys(standard);
    var second = cursorKeys(with(Map.of("cursorKey", "2")));

    assertThat(first).hasSize(1).doesNotContainAnyElementsOf(second);
    assertThat(second).hasSize(1);
  }

  @Test
  void keepsThePepperBeforeTheNewest() {
    assertThat(peppers(standard)).containsExactly("feedback-prod-key-pepper-1");
    assertThat(peppers(with(Map.of("keyPepper", "3"))))
        .containsExactlyInAnyOrder("feedback-prod-key-pepper-3", "feedback-prod-key-pepper-2");
  }

  private static List<Object> peppers(Template template) {
    return Inspection.of(template).properties("AWS::SecretsManager::Secret").values().stream()
        .map(secret -> secret.get("Name"))
        .filter(name -> name != null && name.toString().contains("key-pepper"))
        .toList();
  }

  private static List<String> cursorKeys(Template template) {
    return Inspection.of(template).properties("AWS::SecretsManager::Secret").keySet().stream()
        .filter(id -> id.contains("CursorKey"))
        .toList();
  }

  private static Template with(Map<String, Object> special) {
    var context = new HashMap<>(special);
    context.put("stage", "prod");
    return Template.fromStack(Layout.platform(Map.copyOf(context)).stack(STACK));
  }

  private static Map<String, Object> variables(Template template) {
    return Inspection.of(template).properties(FUNCTION).values().stream()
        .filter(function -> STACK.equals(function.get("FunctionName")))
        .map(function -> Inspection.<Map<String, Object>>cast(function.get("Environment")))
        .map(environment -> Inspection.<Map<String, Object>>cast(environment.get("Variables")))
        .findAny()
        .orElseThrow();
  }
}
