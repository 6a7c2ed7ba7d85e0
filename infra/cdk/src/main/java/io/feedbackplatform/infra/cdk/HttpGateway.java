package io.feedbackplatform.infra.cdk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegrationProps;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogSettings;
import software.amazon.awscdk.services.apigatewayv2.LogGroupLogDestination;
import software.amazon.awscdk.services.apigatewayv2.PayloadFormatVersion;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;
import software.constructs.IDependable;

/** The economy plan's: it passes requests on and keeps them within limits, and that is all. */
final class HttpGateway extends Construct implements Gateway {

  private final HttpApi api;
  private final HttpStage stage;
  private final LogGroup accessLogs;

  HttpGateway(Construct scope, Place place) {
    super(scope, "Http");
    accessLogs = AccessLog.group(this, place);
    api =
        HttpApi.Builder.create(this, "Api")
            .apiName(place.name("api"))
            .description("Takes feedback and shows it")
            .createDefaultStage(false)
            .disableExecuteApiEndpoint(place.hidesGateway())
            .build();
    stage =
        HttpStage.Builder.create(this, "Stage")
            .httpApi(api)
            .stageName(Place.LIVE)
            .autoDeploy(true)
            .throttle(
                ThrottleSettings.builder().rateLimit(REQUESTS_A_SECOND).burstLimit(BURST).build())
            .accessLogSettings(accessLogSettings())
            .build();
  }

  private IAccessLogSettings accessLogSettings() {
    return new IAccessLogSettings() {
      @Override
      public LogGroupLogDestination getDestination() {
        return new LogGroupLogDestination(accessLogs);
      }

      @Override
      public AccessLogFormat getFormat() {
        return AccessLogFormat.custom(AccessLog.format("$context.routeKey"));
      }
    };
  }

  @Override
  public void serve(Alias function, Collection<String> paths) {
    var integration =
        new HttpLambdaIntegration(
            "Function",
            function,
            HttpLambdaIntegrationProps.builder()
                .payloadFormatVersion(PayloadFormatVersion.VERSION_2_0)
                .timeout(Duration.seconds(29))
                .scopePermissionToRoute(false)
                .build());
    for (var path : paths) {
      api.addRoutes(
          AddRoutesOptions.builder()
              .path(path)
              .methods(List.of(HttpMethod.ANY))
              .integration(integration)
              .build());
    }
    Gateway.explainOpenRoutes(api);
  }

  @Override
  public Front front() {
    return new Front(
        api.getApiId(),
        "%s.execute-api.%s.%s"
            .formatted(api.getApiId(), Stack.of(this).getRegion(), Stack.of(this).getUrlSuffix()),
        Map.of("ApiId", api.getApiId(), "Stage", Place.LIVE),
        "4xx",
        "5xx");
  }

  @Override
  public LogGroup accessLogs() {
    return accessLogs;
  }

  @Override
  public IDependable stage() {
    return stage;
  }
}
