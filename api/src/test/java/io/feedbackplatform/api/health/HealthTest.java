package io.feedbackplatform.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class HealthTest {

  @Autowired MockMvcTester api;

  @Test
  void isToldToAnyone() {
    assertThat(api.get().uri("/health"))
        .hasStatus(200)
        .bodyJson()
        .isStrictlyEqualTo("{\"status\": \"UP\"}");
    assertThat(api.get().uri("/health/ready")).hasStatus(200);
    assertThat(api.head().uri("/health")).hasStatus(200);
  }
}
