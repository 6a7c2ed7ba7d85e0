package io.feedbackplatform.infra.local.lambda;

import io.feedbackplatform.api.server.ApiLauncher;
import io.feedbackplatform.api.server.RunningApi;
import io.feedbackplatform.infra.local.gateway.Gateway;
import io.feedbackplatform.infra.local.process.CannotStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Starts the API for its own integration tests as its Lambda package behind a gateway. */
public final class LambdaApi implements ApiLauncher {

  static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
  static final Path CODE = HOME.resolve("api/target/lambda/package");

  private static final Path LOGS = Path.of("target", "lambda-logs");
  private static final int ENVIRONMENTS = 2;

  @Override
  public RunningApi launch(Map<String, String> environment) {
    var kind = System.getProperty("feedback.lambda.gateway");
    if (kind == null) {
      throw new IllegalStateException("The property feedback.lambda.gateway is REST or HTTP.");
    }
    try {
      Files.createDirectories(LOGS);
      return launch(Gateway.Kind.valueOf(kind), environment, Files.createTempDirectory(LOGS, kind));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Running launch(Gateway.Kind kind, Map<String, String> environment, Path logs)
      throws IOException {
    var function = new LambdaFunction("api", CODE, environment, logs);
    var service = new LambdaService(function, tools(), ENVIRONMENTS);
    return new Running(service, Gateway.start(kind, 0, service::invoke));
  }

  static LambdaTools tools() {
    try {
      return LambdaTools.find(HOME, System::getenv);
    } catch (CannotStartException missing) {
      throw new IllegalStateException(missing);
    }
  }

  record Running(LambdaService service, Gateway gateway) implements RunningApi {

    @Override
    public URI url() {
      return gateway.url();
    }

    @Override
    public void close() {
      gateway.close();
      try {
        service.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
