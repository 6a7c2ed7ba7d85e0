package io.feedbackplatform.api;

import io.feedbackplatform.api.mail.MailSettings;
import io.feedbackplatform.api.request.Json;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.api.settings.InvalidSetting;
import io.feedbackplatform.api.storage.EarlyClient;
import io.feedbackplatform.api.storage.StorageSettings;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.aot.AbstractAotProcessor;

/**
 * Starts the API. It is configured by environment variables only. What Spring Boot would configure
 * and nothing here uses is left out, since a cold start pays for each.
 */
@SpringBootApplication(
    exclude = {
      JacksonAutoConfiguration.class,
      OAuth2ResourceServerAutoConfiguration.class,
      ProjectInfoAutoConfiguration.class,
      SslAutoConfiguration.class,
      TaskExecutionAutoConfiguration.class,
      TaskSchedulingAutoConfiguration.class
    })
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
      var storage = StorageSettings.read(System.getenv()::get);
      ApiSettings.read(System.getenv()::get);
      MailSettings.read(System.getenv()::get);
      // Two threads that look for the logging at once would both say so, and not in JSON.
      LoggerFactory.getILoggerFactory();
      // What needs nothing of Spring is made beside it.
      EarlyClient.begin(storage);
      Thread.ofPlatform().daemon().name("ahead").start(Json::mapper);
    } catch (InvalidSetting wrong) {
      System.err.println(wrong.getMessage());
      System.exit(1);
    }
  }
}
