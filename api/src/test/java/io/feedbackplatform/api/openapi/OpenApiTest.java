package io.feedbackplatform.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
@Import(LimitedOperations.class)
class OpenApiTest {

  private static final Path CHECKED_IN = Path.of("openapi.json");
  private static final String UPDATE =
      "mvn test -f api/pom.xml -Dtest=OpenApiTest -Dopenapi.update=true";

  @Autowired WebApplicationContext application;
  @Autowired MockMvcTester api;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void describesWhatIsImplemented() throws IOException {
    var generated = generate();
    if (Boolean.getBoolean("openapi.update")) {
      Files.writeString(CHECKED_IN, generated);
    }

    assertThat(Files.readString(CHECKED_IN))
        .as("api/openapi.json is out of date. Look at what changed, then run: %s", UPDATE)
        .isEqualTo(generated);
  }

  @Test
  void leavesNoHandlerOut() throws IOException {
    var paths = new JsonMapper().readTree(generate()).get("paths");
    var described = new TreeSet<String>();
    for (var path : paths.properties()) {
      path.getValue()
          .propertyNames()
          .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    assertThat(described).isEqualTo(handlers()).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void tellsWhichOperationsAreLimited() throws IOException {
    var paths = new JsonMapper().readTree(generate()).get("paths");

    for (var limited : List.of("/feedback", "/analytics", "/usage", "/widget/config")) {
      var answers = paths.get(limited).get("get").get("responses");
      assertThat(answers.get("200").get("headers").propertyNames())
          .contains("RateLimit", "RateLimit-Policy");
      assertThat(answers.get("429").toString()).contains("#/components/responses/RateLimited");
    }
    for (var free : List.of("/health", "/me", "/operator/tenants")) {
      var answers = paths.get(free).get("get").get("responses");
      assertThat(answers.has("429")).as(free).isFalse();
      assertThat(answers.get("200").has("headers")).as(free).isFalse();
    }
  }

  @Test
  void isServedWithTheAddressOfTheInstallation() {
    var answer = api.get().uri("/openapi.json").exchange();

    assertThat(answer)
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.openapi")
        .asString()
        .startsWith("3.1");
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.servers[0].url")
        .isEqualTo("https://api.example/prod");
  }

  private TreeSet<String> handlers() {
    var handlers = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (handler.getBeanType().getName().startsWith("io.feedbackplatform")
              && !handler
                  .getBeanType()
                  .isAnnotationPresent(io.swagger.v3.oas.annotations.Hidden.class)) {
            mapping
                .getMethodsCondition()
                .getMethods()
                .forEach(method ->
                    mapping.getPatternValues().forEach(path -> handlers.add(method + " " + path)));
          }
        });
    return handlers;
  }

  /** Asks springdoc, past security: it is not part of what is deployed. */
  private String generate() throws IOException {
    var inside = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(application).build());
    var answer = inside.get().uri("/v3/api-docs").exchange();
    assertThat(answer).hasStatus(200);
    var json = JsonMapper.builder().build();
    JsonNode document = json.readTree(answer.getResponse().getContentAsByteArray());
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }
}
