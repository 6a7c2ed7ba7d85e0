package io.feedbackplatform.api.server;

import io.feedbackplatform.api.FeedbackApi;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the API in this process, on a free port. */
final class InProcessApi implements ApiLauncher {

  /** What the SDK reads of the environment by itself, it also reads of these. */
  private static final Map<String, String> SDK =
      Map.of(
          "AWS_ENDPOINT_URL_DYNAMODB", "aws.endpointUrlDynamoDb",
          "AWS_ACCESS_KEY_ID", "aws.accessKeyId",
          "AWS_SECRET_ACCESS_KEY", "aws.secretAccessKey");

  @Override
  public RunningApi launch(Map<String, String> environment) {
    SDK.forEach((variable, property) -> System.setProperty(property, environment.get(variable)));
    var application =
        new SpringApplicationBuilder(FeedbackApi.class)
            .properties(Map.<String, Object>copyOf(environment))
            .run(
                "--server.port=0",
                "--server.servlet.context-path=/prod",
                "--springdoc.api-docs.enabled=false",
                "--logging.level.io.feedbackplatform.api.request=warn");
    var port = application.getEnvironment().getRequiredProperty("local.server.port");
    return new RunningApi() {
      @Override
      public URI url() {
        return URI.create("http://localhost:" + port + "/prod");
      }

      @Override
      public void close() {
        application.close();
      }
    };
  }
}
