package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What of the outer world reaches the API's function, compared with the API's own description. */
class RoutesIT {

  private static JsonNode description;

  @BeforeAll
  static void read() throws IOException {
    description = new ObjectMapper().readTree(Path.of("..", "..", "api", "openapi.json").toFile());
  }

  @Test
  void leadFromTheRestApiToWhatTheApiDescribesAndNothingElse() {
    var template = Inspection.of(Layout.STANDARD.template("feedback-api-prod"));
    var methods =
        template.properties("AWS::ApiGateway::Method").values().stream()
            .map(
                method -> method.get("HttpMethod") + " " + path(template, method.get("ResourceId")))
            .collect(Collectors.toSet());

    var expected = anyMethodOfEveryPath();
    expected.add("POST /feedback");
    assertThat(methods).isEqualTo(expected);
    assertThat(template.properties("AWS::ApiGateway::Method").values())
        .allSatisfy(method ->
            assertThat(
                    template.text(
                        Inspection.<Map<String, Object>>cast(method.get("Integration")).get("Uri")))
                .contains("/functions/{prod}/invocations"));
  }

  @Test
  void leadFromTheHttpApiToWhatTheApiDescribesAndNothingElse() {
    var template = Inspection.of(Layout.ECONOMY.template("feedback-api-prod"));
    var routes =
        template.properties("AWS::ApiGatewayV2::Route").values().stream()
            .map(route -> (String) route.get("RouteKey"))
            .collect(Collectors.toSet());

    assertThat(routes).isEqualTo(anyMethodOfEveryPath());
    assertThat(template.only("AWS::ApiGatewayV2::Integration"))
        .containsEntry("PayloadFormatVersion", "2.0")
        .satisfies(integration ->
            assertThat(template.text(integration.get("IntegrationUri"))).isEqualTo("{prod}"));
  }

  @Test
  void askForTheKeyOfTheEntranceButForHealth() {
    var template = Inspection.of(Layout.STANDARD.template("feedback-api-prod"));
    var open =
        template.properties("AWS::ApiGateway::Method").values().stream()
            .filter(method -> !Boolean.TRUE.equals(method.get("ApiKeyRequired")))
            .map(method -> path(template, method.get("ResourceId")))
            .toList();

    assertThat(open).containsExactlyInAnyOrder("/health", "/health/ready");
  }

  /** The gateway must not refuse what the API takes. */
  @Test
  void takeTheSubmissionsThatTheApiDescribes() {
    var template = Inspection.of(Layout.STANDARD.template("feedback-api-prod"));
    var model = template.only("AWS::ApiGateway::Model");
    JsonNode schema = new ObjectMapper().valueToTree(model.get("Schema"));
    var described = description.at("/components/schemas/SubmitFeedbackRequest");

    assertThat(names(schema.get("properties"))).isEqualTo(names(described.get("properties")));
    assertThat(schema.has("required")).isFalse();
    assertThat(schema.get("additionalProperties")).isEqualTo(described.get("additionalProperties"));
    described
        .get("properties")
        .fields()
        .forEachRemaining(property -> {
          var modelled = schema.get("properties").get(property.getKey());
          assertThat(modelled.get("type").toString())
              .as(property.getKey())
              .contains("\"null\"", "\"" + typeOf(property.getValue()) + "\"");
          for (var limit : Set.of("minimum", "maximum")) {
            assertThat(modelled.get(limit)).isEqualTo(property.getValue().get(limit));
          }
          // The API counts characters without the blanks around them; the gateway would count all.
          assertThat(modelled.has("maxLength") || modelled.has("pattern")).isFalse();
        });
  }

  /** What the description says itself, or in the schema that it names. */
  private String typeOf(JsonNode property) {
    var described =
        property.has("$ref")
            ? description.at(property.get("$ref").asText().substring(1))
            : property;
    return described.get("type").asText();
  }

  @Test
  void refuseInTheWordsOfTheApi() {
    var codes = new HashSet<String>();
    description
        .at("/components/schemas/Problem/properties/code/enum")
        .forEach(code -> codes.add(code.asText()));
    var fields = names(description.at("/components/schemas/Problem/properties"));
    fields.remove("errors");

    assertThat(GatewayProblem.all())
        .allSatisfy(problem -> {
          var body = new ObjectMapper().readTree(problem.body());
          assertThat(names(body)).isEqualTo(fields);
          assertThat(body.get("code").asText()).isIn(codes);
          assertThat(body.get("status").asInt()).isEqualTo(problem.status());
        });
  }

  private static Set<String> anyMethodOfEveryPath() {
    var routes = new TreeSet<String>();
    description.get("paths").fieldNames().forEachRemaining(path -> routes.add("ANY " + path));
    routes.add("ANY /openapi.json");
    return routes;
  }

  private static Set<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String path(Inspection template, Object resourceId) {
    if (!(resourceId instanceof Map<?, ?> reference && reference.get("Ref") instanceof String id)) {
      return "";
    }
    var resource = Inspection.propertiesOf(template.resources().get(id));
    return path(template, resource.get("ParentId")) + "/" + resource.get("PathPart");
  }
}
