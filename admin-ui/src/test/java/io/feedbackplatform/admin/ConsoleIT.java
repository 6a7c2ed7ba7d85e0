package io.feedbackplatform.admin;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it ships, told everything by its environment. */
class ConsoleIT {
  @RegisterExtension
  final WireMockExtension issuer =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @TempDir Path folder;

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private Process console;

  @AfterEach
  void stop() throws InterruptedException {
    if (console != null) {
      console.destroy();
      if (!console.waitFor(30, TimeUnit.SECONDS)) {
        console.destroyForcibly();
      }
    }
  }

  private Map<String, String> environment() {
    return new HashMap<>(
        Map.of(
            "FEEDBACK_API_URL", "https://api.example.com/prod",
            "FEEDBACK_ISSUER_URI", issuer.baseUrl(),
            "FEEDBACK_CONSOLE_CLIENT_ID", "console",
            "FEEDBACK_CONSOLE_CLIENT_SECRET", "secret",
            "FEEDBACK_LOGOUT_URL", issuer.baseUrl() + "/logout",
            "SERVER_ADDRESS", "localhost",
            "SERVER_PORT", "0"));
  }

  private void start(Map<String, String> environment) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("console.jar"))
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    command.environment().keySet().removeIf(name -> name.startsWith("FEEDBACK_"));
    command.environment().putAll(environment);
    console = command.start();
  }

  private Path log() {
    return folder.resolve("console.log");
  }

  private String logged() {
    try {
      return Files.exists(log()) ? Files.readString(log()) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URI address() {
    String marker = "Tomcat started on port ";
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> {
          assertThat(console.isAlive()).as("console runs: %s", logged()).isTrue();
          return logged().contains(marker);
        });
    String rest = logged().substring(logged().indexOf(marker) + marker.length());
    return URI.create("http://localhost:" + rest.substring(0, rest.indexOf(' ')));
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Accept", "text/html,*/*;q=0.8").build();
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private void issuerComesUp() {
    String base = issuer.baseUrl();
    issuer.stubFor(
        WireMock.get(urlEqualTo("/.well-known/openid-configuration"))
            .willReturn(
                okJson(
                    """
                    {"issuer":"%1$s","authorization_endpoint":"%1$s/oauth2/authorize",
                     "token_endpoint":"%1$s/oauth2/token","jwks_uri":"%1$s/jwks.json",
                     "response_types_supported":["code"],"subject_types_supported":["public"],
                     "id_token_signing_alg_values_supported":["RS256"]}\
                    """
                        .formatted(base))));
  }

  @Test
  void startsWithoutItsIssuerAndSendsStrangersThereOnceItIsUp() throws Exception {
    start(environment());
    URI base = address();

    assertThat(get(base.resolve("/health")).body()).contains("\"status\":\"UP\"");
    HttpResponse<String> stranger = get(base.resolve("/"));
    assertThat(stranger.statusCode()).isEqualTo(302);
    assertThat(stranger.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("FEEDBACK_CONSOLE=")
        .contains("HttpOnly")
        .contains("SameSite=Lax");
    URI login = base.resolve(stranger.headers().firstValue("Location").orElseThrow());
    HttpResponse<String> tooEarly = get(login);
    assertThat(tooEarly.statusCode()).isEqualTo(503);
    assertThat(tooEarly.body()).contains("The login service is not available");

    issuerComesUp();
    assertThat(get(login).headers().firstValue("Location").orElse(""))
        .startsWith(issuer.baseUrl() + "/oauth2/authorize?response_type=code&client_id=console")
        .contains("scope=openid%20profile%20email")
        .contains("redirect_uri=" + base + "/login/oauth2/code/console")
        .contains("code_challenge_method=S256");
  }

  @Test
  void namesTheVariableWithoutWhichItCannotStart() throws Exception {
    Map<String, String> environment = environment();
    environment.remove("FEEDBACK_LOGOUT_URL");

    start(environment);

    assertThat(console.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(console.exitValue()).isNotZero();
    assertThat(logged())
        .contains("The environment variable FEEDBACK_LOGOUT_URL is not set.")
        .doesNotContain("\\tat ");
  }
}
