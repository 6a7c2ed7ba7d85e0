package io.feedbackplatform.infra.cdk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the other modules made for AWS.
 *
 * @param api zip of the API with its own JRE, for a custom runtime
 * @param streamWorkers zip of the handlers behind the streams
 * @param ops zip of the handlers for operators
 * @param widget directory of the widget's files, hashed ones and the loader
 * @param console directory of the console's Dockerfile and what it needs
 * @param openApi what the API answers to (OpenAPI)
 */
public record Packages(
    Path api, Path streamWorkers, Path ops, Path widget, Path console, Path openApi) {

  private static final String BUILD =
      "make the packages first, in the root of the repository: mvn -Plambda install -DskipTests";

  /**
   * @throws InvalidInstallation naming what is missing and the command that makes it
   */
  public Packages {
    Map.of(
            "API", api,
            "stream workers", streamWorkers,
            "operators' handlers", ops,
            "widget", widget,
            "console", console,
            "API's description", openApi)
        .forEach((what, path) -> {
          if (!Files.exists(path)) {
            throw new InvalidInstallation(
                "The %s is missing (%s): %s".formatted(what, path, BUILD));
          }
        });
  }

  /** Where Maven leaves them. */
  static Packages of(Path repository) {
    return new Packages(
        repository.resolve("api/target/lambda/api-lambda.zip"),
        repository.resolve("stream-workers/target/stream-workers-lambda.zip"),
        repository.resolve("ops/target/ops-lambda.zip"),
        repository.resolve("widget/target/classes/META-INF/feedback-widget/v1"),
        repository.resolve("admin-ui"),
        repository.resolve("api/openapi.json"));
  }
}
