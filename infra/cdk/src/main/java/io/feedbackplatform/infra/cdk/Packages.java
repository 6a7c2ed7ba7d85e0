package io.feedbackplatform.infra.cdk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /**
   * @throws InvalidInstallation naming what is missing and the command that makes it
   */
  public Packages {
    for (var path : List.of(api, streamWorkers, ops, widget, console, openApi)) {
      if (!Files.exists(path)) {
        throw new InvalidInstallation(
            "Missing is %s. Make all packages, in the root of the repository: mvn install -Plambda -DskipTests"
                .formatted(path));
      }
    }
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
