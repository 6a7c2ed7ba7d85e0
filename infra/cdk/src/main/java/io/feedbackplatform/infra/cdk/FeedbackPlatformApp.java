package io.feedbackplatform.infra.cdk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * Entry point of {@code cdk synth}. What to install comes from the context, as in {@code --context
 * stage=prod}; see {@link Installation}.
 */
public final class FeedbackPlatformApp {

  /** What the CDK recommends for new apps, as far as it changes these templates. */
  static final Map<String, Object> BEHAVIOUR =
      Map.of(
          "@aws-cdk/aws-iam:minimizePolicies", true,
          "@aws-cdk/core:checkSecretUsage", true,
          // Nobody takes away what another stack still uses.
          "@aws-cdk/core:defaultCrossStackReferences", "strong",
          "@aws-cdk/aws-lambda:recognizeLayerVersion", true,
          "@aws-cdk/aws-apigateway:disableCloudWatchRole", true,
          "@aws-cdk/customresources:installLatestAwsSdkDefault", false);

  private FeedbackPlatformApp() {}

  public static void main(String[] arguments) {
    try {
      var app = app(Map.of());
      // The module's directory is where the CDK and Maven start this.
      var repository = Path.of("").toAbsolutePath().resolve("../..").normalize();
      Platform.on(app, Installation.of(contextOf(app), System.getenv()), Packages.of(repository));
      app.synth();
    } catch (InvalidInstallation invalid) {
      System.err.println(invalid.getMessage());
      System.exit(1);
    }
  }

  /** An app that behaves as this one, whoever makes it. */
  static App app(Map<String, Object> context) {
    var all = new HashMap<>(BEHAVIOUR);
    all.putAll(context);
    return new App(AppProps.builder().postCliContext(all).build());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> contextOf(App app) {
    return (Map<String, Object>) app.getNode().getAllContext();
  }
}
