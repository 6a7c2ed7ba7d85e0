package io.feedbackplatform.infra.cdk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.Model;
import software.amazon.awscdk.services.apigateway.ModelOptions;
import software.amazon.awscdk.services.apigateway.RequestValidatorOptions;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;
import software.constructs.IDependable;

/**
 * The standard plan's: it looks at submissions before the function does, lets nobody pass the
 * entrance by, and tells its own refusals as the API would.
 */
final class RestGateway extends Construct implements Gateway {

  private final Place place;
  private final LogGroup accessLogs;
  private final RestApi api;

  RestGateway(Construct scope, Place place) {
    super(scope, "Rest");
    this.place = place;
    accessLogs = AccessLog.group(this, place);
    api =
        RestApi.Builder.create(this, "Api")
            .restApiName(place.name("api"))
            .description("Takes feedback and shows it")
            .endpointTypes(List.of(EndpointType.REGIONAL))
            .disableExecuteApiEndpoint(place.hidesGateway())
            // One role for all APIs of an account's region, which therefore outlives this one.
            .cloudWatchRole(true)
            .cloudWatchRoleRemovalPolicy(RemovalPolicy.RETAIN)
            .deployOptions(
                StageOptions.builder()
                    .stageName(Place.LIVE)
                    .throttlingRateLimit(REQUESTS_A_SECOND)
                    .throttlingBurstLimit(BURST)
                    .loggingLevel(MethodLoggingLevel.ERROR)
                    .dataTraceEnabled(false)
                    .tracingEnabled(place.installation().tracing())
                    .accessLogDestination(new LogGroupLogDestination(accessLogs))
                    .accessLogFormat(
                        AccessLogFormat.custom(AccessLog.format("$context.resourcePath")))
                    .build())
            .build();
    GatewayProblem.all().forEach(problem -> problem.addTo(api));
    limitExecutionLogs();
  }

  /** The key that the entrance sends, without which only the health of the API can be asked for. */
  void openTo(ISecret entranceKey) {
    UsagePlans.addTo(api, place, entranceKey);
  }

  @Override
  public void serve(Alias function, Collection<String> paths) {
    var integration =
        LambdaIntegration.Builder.create(function).scopePermissionToMethod(false).build();
    for (var path : paths) {
      // The function answers methods that a path does not have, and browsers' preflights.
      api.getRoot()
          .resourceForPath(path)
          .addMethod(
              "ANY",
              integration,
              MethodOptions.builder().apiKeyRequired(!path.startsWith("/health")).build());
    }
    api.getRoot().resourceForPath("/feedback").addMethod("POST", integration, submission());
    explain();
  }

  private void explain() {
    Gateway.explainOpenRoutes(api);
    Explained.finding(
        api, "COG4", "The API checks tokens itself, and pages of sites send none but a site key.");
    Explained.finding(
        api, "APIG3", "The firewall is on the entrance, past which no request has a key.");
    Explained.finding(
        api,
        "IAM4",
        "The policy that API Gateway asks for: it may write logs of whatever API there is.",
        "Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs");
  }

  private MethodOptions submission() {
    Model model =
        api.addModel(
            "Submission",
            ModelOptions.builder()
                .modelName("Submission")
                .contentType("application/json")
                .schema(SubmissionModel.schema())
                .build());
    return MethodOptions.builder()
        .apiKeyRequired(true)
        .requestModels(Map.of("application/json", model))
        .requestValidatorOptions(
            RequestValidatorOptions.builder()
                .validateRequestBody(true)
                .validateRequestParameters(true)
                .build())
        .build();
  }

  /** API Gateway would make this log itself, and keep it for ever. */
  private void limitExecutionLogs() {
    var name = "API-Gateway-Execution-Logs_%s/%s".formatted(api.getRestApiId(), Place.LIVE);
    var logs = Footing.logs(this, "ExecutionLogs", name);
    api.getDeploymentStage().getNode().addDependency(logs);
  }

  @Override
  public Front front() {
    return new Front(
        api.getRestApiId(),
        "%s.execute-api.%s.%s"
            .formatted(
                api.getRestApiId(), Stack.of(this).getRegion(), Stack.of(this).getUrlSuffix()),
        Map.of("ApiName", api.getRestApiName(), "Stage", Place.LIVE),
        "4XXError",
        "5XXError");
  }

  @Override
  public LogGroup accessLogs() {
    return accessLogs;
  }

  @Override
  public IDependable stage() {
    return api.getDeploymentStage();
  }
}
