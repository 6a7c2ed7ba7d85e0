package io.feedbackplatform.infra.local.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.infra.local.process.Port;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaticServerIT {

  private static final Pattern FORM = Pattern.compile("form-[0-9a-f]+\\.js");

  private final Port port = Port.free("widget files");
  private StaticServer server;

  @BeforeEach
  void start() throws Exception {
    server = StaticServer.widget(port.number());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void givesTheLoaderToAnyOriginButNotForLong() throws Exception {
    var loader = get("GET", "/widget/v1/widget.js");

    assertThat(loader.statusCode()).isEqualTo(200);
    assertThat(loader.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
    assertThat(loader.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(loader.headers().firstValue("Cache-Control")).contains("public, max-age=300");
  }

  @Test
  void letsHashedFilesBeKeptForEver() throws Exception {
    var form = FORM.matcher(get("GET", "/widget/v1/widget.js").body());
    assertThat(form.find()).isTrue();

    var answer = get("HEAD", "/widget/v1/" + form.group());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
  }

  @Test
  void givesNothingElse() throws Exception {
    assertThat(get("GET", "/widget/v1/other.js").statusCode()).isEqualTo(404);
    assertThat(get("GET", "/widget/v1/..%2f..%2fMANIFEST.MF").statusCode()).isEqualTo(404);
    assertThat(get("GET", "/").statusCode()).isEqualTo(404);
    assertThat(get("POST", "/widget/v1/widget.js").statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> get(String method, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(port.url() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
