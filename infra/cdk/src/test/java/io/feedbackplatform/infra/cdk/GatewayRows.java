package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Rows of the first design about API Gateway. */
final class GatewayRows {

  private static final String METHOD = "AWS::ApiGateway::Method";
  private static final String STAGE = "AWS::ApiGateway::Stage";
  private static final String HTTP_STAGE = "AWS::ApiGatewayV2::Stage";

  static final List<Row> ROWS =
      List.of(
          new Row(
              "API Gateway: REST API type -> an HTTP API in the economy plan, at a third of the price",
              (templates, layout) -> {
                var regions = EdgeRows.twoRegions(layout) ? 2 : 1;
                assertThat(templates.all("AWS::ApiGateway::RestApi"))
                    .hasSize(EdgeRows.economy(layout) ? 0 : regions);
                assertThat(templates.all("AWS::ApiGatewayV2::Api"))
                    .hasSize(EdgeRows.economy(layout) ? regions : 0);
              }),
          standard(
              "API Gateway: regional endpoint",
              templates ->
                  assertThat(templates.some("AWS::ApiGateway::RestApi"))
                      .allSatisfy(api ->
                          assertThat(api.text("/EndpointConfiguration/Types/0"))
                              .isEqualTo("REGIONAL"))),
          new Row(
              "API Gateway: stage prod",
              (templates, layout) ->
                  assertThat(templates.some(EdgeRows.economy(layout) ? HTTP_STAGE : STAGE))
                      .allSatisfy(stage -> assertThat(stage.text("/StageName")).isEqualTo("prod"))),
          endpoint("POST /prod/feedback", "/feedback", "POST"),
          endpoint("GET /prod/feedback", "/feedback", "GET"),
          endpoint("GET /prod/analytics", "/analytics", "GET"),
          endpoint("GET /prod/health", "/health", "GET"),
          endpoint(
              "OPTIONS /* CORS preflight -> answered by the API, which knows each site's origins",
              "/feedback",
              "OPTIONS"),
          standard(
              "API Gateway: API keys for external access -> on all but the health checks; CloudFront has one too",
              templates -> {
                assertThat(templates.some(METHOD))
                    .allSatisfy(method ->
                        assertThat(method.property("/ApiKeyRequired").asBoolean())
                            .isEqualTo(!path(templates, method).startsWith("/health")));
                assertThat(templates.some("AWS::ApiGateway::ApiKey")).isNotEmpty();
              }),
          standard(
              "API Gateway: request validation (JSON schema)",
              templates -> {
                assertThat(templates.some("AWS::ApiGateway::RequestValidator"))
                    .allSatisfy(validator ->
                        assertThat(validator.property("/ValidateRequestBody").asBoolean())
                            .isTrue());
                assertThat(templates.some("AWS::ApiGateway::Model"))
                    .allSatisfy(model ->
                        assertThat(model.property("/Schema").toString())
                            .contains("rating", "message"));
                assertThat(templates.some(METHOD))
                    .anySatisfy(method -> {
                      assertThat(method.text("/HttpMethod")).isEqualTo("POST");
                      assertThat(method.property("/RequestModels").has("application/json"))
                          .isTrue();
                    });
              }),
          new Row(
              "API Gateway: throttling 1000 requests/sec burst, 5000 steady state",
              (templates, layout) -> {
                var economy = EdgeRows.economy(layout);
                var at = economy ? "/DefaultRouteSettings" : "/MethodSettings/0";
                assertThat(templates.some(economy ? HTTP_STAGE : STAGE))
                    .allSatisfy(stage -> {
                      assertThat(stage.text(at + "/ThrottlingBurstLimit")).isEqualTo("1000");
                      assertThat(stage.text(at + "/ThrottlingRateLimit")).isEqualTo("5000");
                    });
              }),
          standard(
              "API Gateway: usage plans for different client tiers, per-user quotas",
              templates -> {
                var plans = templates.some("AWS::ApiGateway::UsagePlan");
                assertThat(plans)
                    .allSatisfy(plan -> assertThat(plan.property("/Throttle").isObject()).isTrue());
                var limits = new TreeSet<Integer>();
                plans.forEach(plan -> limits.add(plan.property("/Quota/Limit").asInt()));
                assertThat(limits).hasSizeGreaterThanOrEqualTo(4);
              }),
          standard(
              "API Gateway: execution logs to CloudWatch -> errors only, without bodies",
              templates ->
                  assertThat(templates.some(STAGE))
                      .allSatisfy(stage -> {
                        assertThat(stage.text("/MethodSettings/0/LoggingLevel")).isEqualTo("ERROR");
                        assertThat(stage.property("/MethodSettings/0/DataTraceEnabled").asBoolean())
                            .isFalse();
                      })),
          new Row(
              "API Gateway: access logs for audit trail",
              (templates, layout) -> {
                var economy = EdgeRows.economy(layout);
                assertThat(templates.some(economy ? HTTP_STAGE : STAGE))
                    .allSatisfy(stage ->
                        assertThat(
                                stage.text(
                                    economy
                                        ? "/AccessLogSettings/Format"
                                        : "/AccessLogSetting/Format"))
                            .contains("$context.requestId", "sourceIp", "status")
                            .doesNotContainIgnoringCase("authorization"));
              }));

  private GatewayRows() {}

  /** What an HTTP API cannot do; there the row asks only that it is one. */
  private static Row standard(String name, Consumer<Templates> check) {
    return new Row(
        name + "; standard plan",
        (templates, layout) -> {
          if (EdgeRows.economy(layout)) {
            assertThat(templates.some("AWS::ApiGatewayV2::Api")).isNotEmpty();
          } else {
            check.accept(templates);
          }
        });
  }

  private static Row endpoint(String name, String path, String method) {
    return new Row(
        "Endpoints: " + name,
        (templates, layout) -> {
          if (EdgeRows.economy(layout)) {
            assertThat(templates.some("AWS::ApiGatewayV2::Route"))
                .extracting(route -> route.text("/RouteKey"))
                .containsAnyOf("ANY " + path, method + " " + path);
          } else {
            assertThat(methods(templates, path)).containsAnyOf("ANY", method);
          }
        });
  }

  private static Set<String> methods(Templates templates, String path) {
    var methods = new TreeSet<String>();
    for (var method : templates.some(METHOD)) {
      if (path(templates, method).equals(path)) {
        methods.add(method.text("/HttpMethod"));
      }
    }
    return methods;
  }

  private static String path(Templates templates, Templates.Resource method) {
    return path(templates.byStack().get(method.stack()), method.property("/ResourceId"));
  }

  private static String path(JsonNode template, JsonNode reference) {
    if (!reference.has("Ref")) {
      return "";
    }
    var resource =
        template.path("Resources").path(reference.path("Ref").asText()).path("Properties");
    return path(template, resource.path("ParentId")) + "/" + resource.path("PathPart").asText();
  }
}
