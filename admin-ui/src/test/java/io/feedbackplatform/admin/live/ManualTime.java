package io.feedbackplatform.admin.live;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts time into the hands of the test. */
@TestConfiguration
public class ManualTime {

  @Bean
  @Primary
  ManualTimer manualTimer() {
    return new ManualTimer();
  }
}
