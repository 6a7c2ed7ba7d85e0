package io.feedbackplatform.api;

import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.api.settings.InvalidSetting;
import io.feedbackplatform.api.storage.StorageSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.aot.AbstractAotProcessor;

/** Starts the API. It is configured by environment variables only. */
@SpringBootApplication
public class FeedbackApi {

  public static void main(String[] arguments) {
    // A build that prepares the start has no environment yet.
    if (!Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
      checkEnvironment();
    }
    SpringApplication.run(FeedbackApi.class, arguments);
  }

  private static void checkEnvironment() {
    try {
      // Before anything else starts: what is missing is then the only thing that is said.
      StorageSettings.read(System.getenv()::get);
      ApiSettings.read(System.getenv()::get);
    } catch (InvalidSetting wrong) {
      System.err.println(wrong.getMessage());
      System.exit(1);
    }
  }
}
