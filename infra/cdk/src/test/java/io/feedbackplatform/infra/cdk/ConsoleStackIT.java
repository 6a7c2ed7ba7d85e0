package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsoleStackIT {

  private static final String STACK = "feedback-console-prod";
  private static final Path ADMIN_UI = Path.of("..", "..", "admin-ui");

  private final Templates templates = Templates.of(Layout.STANDARD_TWO_REGIONS);

  @ParameterizedTest
  @EnumSource
  void isThereWithADomainOnly(Layout layout) {
    assertThat(Templates.of(layout).byStack().containsKey(STACK))
        .isEqualTo(layout.context().containsKey("domain"));
  }

  @Test
  void keepsABrowserWithTheTaskThatKnowsItsSession() {
    var attributes =
        byKey(the("AWS::ElasticLoadBalancingV2::TargetGroup").property("/TargetGroupAttributes"));

    assertThat(attributes)
        .containsEntry("stickiness.enabled", "true")
        .containsEntry("stickiness.type", "lb_cookie");
  }

  @Test
  void doesNotCutAQuietPage() {
    var attributes =
        byKey(the("AWS::ElasticLoadBalancingV2::LoadBalancer").property("/LoadBalancerAttributes"));

    assertThat(Integer.parseInt(attributes.get("idle_timeout.timeout_seconds")))
        .as("longer than three heartbeats of the console")
        .isGreaterThan(3 * 60);
    assertThat(attributes)
        .containsEntry("routing.http.drop_invalid_header_fields.enabled", "true")
        .containsEntry("access_logs.s3.enabled", "true");
  }

  @Test
  void speaksHttpsOnly() {
    assertThat(templates.all("AWS::ElasticLoadBalancingV2::Listener"))
        .allSatisfy(listener -> {
          if (listener.text("/Protocol").equals("HTTPS")) {
            assertThat(listener.text("/SslPolicy")).contains("TLS13-1-2");
          } else {
            assertThat(listener.text("/DefaultActions/0/RedirectConfig/Protocol"))
                .isEqualTo("HTTPS");
          }
        });
  }

  @Test
  void asksForTheHealthThatTheConsoleTells() throws IOException {
    var properties =
        Files.readString(ADMIN_UI.resolve("src/main/resources/application.properties"));

    assertThat(the("AWS::ElasticLoadBalancingV2::TargetGroup").text("/HealthCheckPath"))
        .isEqualTo("/health/readiness");
    assertThat(properties)
        .contains("management.endpoints.web.base-path=/")
        .contains("management.endpoint.health.probes.enabled=true");
  }

  @Test
  void runsWithoutPrivilegesAndWithoutSecretsInItsDescription() {
    var container = the("AWS::ECS::TaskDefinition").property("/ContainerDefinitions/0");

    assertThat(container.at("/ReadonlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.at("/User").asText()).isEqualTo("10001");
    assertThat(container.at("/Secrets"))
        .extracting(secret -> secret.path("Name").asText())
        .containsExactly("FEEDBACK_CONSOLE_CLIENT_SECRET", "FEEDBACK_GATEWAY_KEY");
    assertThat(container.at("/Environment"))
        .extracting(variable -> variable.path("Name").asText())
        .containsExactly(
            "FEEDBACK_API_URL",
            "FEEDBACK_CONSOLE_CLIENT_ID",
            "FEEDBACK_ISSUER_URI",
            "FEEDBACK_LOGOUT_URL",
            "FEEDBACK_WIDGET_API_URL",
            "FEEDBACK_WIDGET_URL",
            "SERVER_PORT",
            "SERVER_TOMCAT_KEEPALIVETIMEOUT");
  }

  /** Else the balancer sends a request into a connection that the console is closing: a 502. */
  @Test
  void keepsConnectionsLongerThanTheBalancer() {
    var balancer =
        byKey(the("AWS::ElasticLoadBalancingV2::LoadBalancer").property("/LoadBalancerAttributes"));
    var console = the("AWS::ECS::TaskDefinition").property("/ContainerDefinitions/0/Environment");

    assertThat(console)
        .filteredOn(it -> it.path("Name").asText().equals("SERVER_TOMCAT_KEEPALIVETIMEOUT"))
        .singleElement()
        .satisfies(it ->
            assertThat(Duration.parse("PT" + it.path("Value").asText()).toSeconds())
                .isGreaterThan(Long.parseLong(balancer.get("idle_timeout.timeout_seconds"))));
  }

  /** Else an allow list of addresses, or of countries, would keep the console out. */
  @Test
  void callsTheGatewayPastTheFirewallBeforeTheApi() {
    assertThat(the("AWS::ECS::TaskDefinition").json().toString())
        .contains("https://api-origin.feedback.example.com/prod");
  }

  @Test
  void isReachedThroughTheLoadBalancerOnly() {
    assertThat(templates.all("AWS::EC2::SecurityGroupIngress"))
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.text("/FromPort")).isEqualTo("8080");
          assertThat(rule.text("/SourceSecurityGroupId")).contains("Door");
        });
  }

  @Test
  void takesABadVersionBackItself() {
    var service = the("AWS::ECS::Service");

    assertThat(
            service
                .property("/DeploymentConfiguration/DeploymentCircuitBreaker/Rollback")
                .asBoolean())
        .isTrue();
    assertThat(the("AWS::ApplicationAutoScaling::ScalableTarget").text("/MinCapacity"))
        .isEqualTo("1");
  }

  /** There is no Docker where this is tested, so what the image is made of is compared by name. */
  @Test
  void copiesIntoItsImageWhatTheBuildMakes() throws IOException {
    var dockerfile = Files.readString(ADMIN_UI.resolve("Dockerfile"));
    var sources = Pattern.compile("(?m)^COPY (?!--from)(\\S+) ").matcher(dockerfile);
    var pom = Files.readString(ADMIN_UI.resolve("pom.xml"));

    assertThat(sources.find()).isTrue();
    assertThat(sources.group(1)).isEqualTo("target/admin-ui-*.jar");
    assertThat(pom).contains("<artifactId>admin-ui</artifactId>").doesNotContain("<finalName>");
    assertThat(Files.readAllLines(ADMIN_UI.resolve(".dockerignore")))
        .contains("*", "!" + sources.group(1));
    assertThat(dockerfile).contains("USER 10001:10001", "VOLUME /tmp");
  }

  private Templates.Resource the(String type) {
    var found =
        templates.all(resource -> resource.type().equals(type) && resource.stack().equals(STACK));
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static Map<String, String> byKey(JsonNode attributes) {
    var byKey = new LinkedHashMap<String, String>();
    attributes.forEach(
        attribute -> byKey.put(attribute.path("Key").asText(), attribute.path("Value").asText()));
    return byKey;
  }
}
