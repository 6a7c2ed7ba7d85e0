package io.feedbackplatform.infra.local.lambda;

import io.feedbackplatform.infra.local.process.CannotStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * AWS's programs that make a Lambda of this machine, and our stand-in for what the adapter's layer
 * brings along.
 *
 * @param adapter the Lambda Web Adapter
 * @param emulator the Runtime Interface Emulator
 * @param bootstrap starts adapter and package as the layer does
 */
public record LambdaTools(Path adapter, Path emulator, Path bootstrap) {

  /**
   * The programs that {@code ./run} and {@code ./verify} have got.
   *
   * @param home the folder of the repository
   * @param environment looks up an environment variable
   */
  public static LambdaTools find(Path home, UnaryOperator<@Nullable String> environment)
      throws CannotStartException {
    return new LambdaTools(
        program(environment, "FEEDBACK_LAMBDA_ADAPTER"),
        program(environment, "FEEDBACK_LAMBDA_EMULATOR"),
        home.resolve("infra/local/lambda/bootstrap").toAbsolutePath().normalize());
  }

  private static Path program(UnaryOperator<@Nullable String> environment, String variable)
      throws CannotStartException {
    var path = environment.apply(variable);
    if (path == null || !Files.isExecutable(Path.of(path))) {
      throw new CannotStartException(
          variable + " does not name a program; ./run --lambda and ./verify get it and set it");
    }
    return Path.of(path).toAbsolutePath();
  }
}
