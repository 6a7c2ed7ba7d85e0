package io.feedbackplatform.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the API. It is configured by environment variables only. */
@SpringBootApplication
public class FeedbackApi {

  public static void main(String[] arguments) {
    SpringApplication.run(FeedbackApi.class, arguments);
  }
}
