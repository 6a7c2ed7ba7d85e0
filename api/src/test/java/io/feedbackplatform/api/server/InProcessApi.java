package io.feedbackplatform.api.server;

import io.feedbackplatform.api.FeedbackApi;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Starts the API in this process, on a free port, and watches it: closing it fails when it touched
 * what is not its caller's.
 */
public final class InProcessApi implements ApiLauncher {

  /** What the SDK reads of the environment by itself, it also reads of these. */
  private static final Map<String, String> SDK =
      Map.of(
          "AWS_ENDPOINT_URL_DYNAMODB", "aws.endpointUrlDynamoDb",
          "AWS_ENDPOINT_URL_SQS", "aws.endpointUrlSqs",
          "AWS_ACCESS_KEY_ID", "aws.accessKeyId",
          "AWS_SECRET_ACCESS_KEY", "aws.secretAccessKey");

  private final TenantWatch watch;
  private @Nullable ApplicationContext application;

  public InProcessApi() {
    this(new TenantWatch());
  }

  public InProcessApi(TenantWatch watch) {
    this.watch = watch;
  }

  /** The same with streams that end at once, as where a gateway collects them. */
  public ApiLauncher asFunction() {
    return environment -> {
      var ofFunction = new HashMap<>(environment);
      ofFunction.put("AWS_LAMBDA_FUNCTION_NAME", "feedback-api");
      return launch(ofFunction);
    };
  }

  /** The handlers of the application that was launched last. */
  public RequestMappingHandlerMapping handlers() {
    return Objects.requireNonNull(application)
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
  }

  @Override
  public RunningApi launch(Map<String, String> environment) {
    SDK.forEach((variable, property) -> System.setProperty(property, environment.get(variable)));
    var started =
        new SpringApplicationBuilder(FeedbackApi.class)
            .initializers(context -> context.getBeanFactory().addBeanPostProcessor(watch))
            .properties(Map.<String, Object>copyOf(environment))
            .run(
                "--server.port=0",
                "--server.servlet.context-path=/prod",
                "--springdoc.api-docs.enabled=false",
                "--logging.level.io.feedbackplatform.api.request=warn");
    application = started;
    var port = started.getEnvironment().getRequiredProperty("local.server.port");
    return new RunningApi() {
      @Override
      public URI url() {
        return URI.create("http://localhost:" + port + "/prod");
      }

      @Override
      public void close() {
        started.close();
        if (!watch.faults().isEmpty()) {
          throw new AssertionError("It touched what is not its caller's: " + watch.faults());
        }
      }
    };
  }
}
