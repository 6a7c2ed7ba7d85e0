package io.feedbackplatform.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.site.SiteKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the API bears storage that is out of reach. */
class StorageAwayIT {

  private static RealApi real;

  @BeforeAll
  static void start() {
    real = RealApi.startWithoutStorage();
  }

  @AfterAll
  static void stop() {
    real.close();
  }

  @Test
  void asksTheCallerToComeBack() {
    var api = real.calls();

    var answer = api.submit(SiteKey.random().value(), "{\"rating\": 5}");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body())
        .contains("service_unavailable")
        .doesNotContain("localhost", "Exception", "SDK");
  }

  @Test
  void livesButIsNotReady() {
    var api = real.calls();

    assertThat(api.get("/health").statusCode()).isEqualTo(200);
    assertThat(api.get("/health/ready").statusCode()).isEqualTo(503);
  }
}
