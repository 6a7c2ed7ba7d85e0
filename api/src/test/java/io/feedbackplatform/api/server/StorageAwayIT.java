package io.feedbackplatform.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.site.SiteKey;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How the API bears storage that is out of reach. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class StorageAwayIT {

  @LocalServerPort int port;

  @DynamicPropertySource
  static void surround(DynamicPropertyRegistry properties) {
    RealApi.configure(properties, "https://issuer.example", URI.create("http://localhost:1"));
  }

  @Test
  void asksTheCallerToComeBack() {
    var api = new HttpCalls(port);

    var answer = api.submit(SiteKey.random().value(), "{\"rating\": 5}");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body())
        .contains("service_unavailable")
        .doesNotContain("localhost", "Exception", "SDK");
  }

  @Test
  void livesButIsNotReady() {
    var api = new HttpCalls(port);

    assertThat(api.get("/health").statusCode()).isEqualTo(200);
    assertThat(api.get("/health/ready").statusCode()).isEqualTo(503);
  }
}
