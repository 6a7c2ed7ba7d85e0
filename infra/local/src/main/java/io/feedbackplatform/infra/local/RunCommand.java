package io.feedbackplatform.infra.local;

import io.feedbackplatform.infra.local.gateway.Gateway;
import io.feedbackplatform.infra.local.process.CannotStartException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * {@code ./run [--fresh] [--port-offset N] [--lambda rest|http]}: starts everything and stays until
 * it is stopped.
 */
record RunCommand(Path home, Path folder) {

  /** Names what answers as Amazon Comprehend; without it, no tenant can choose that. */
  private static final String COMPREHEND = "FEEDBACK_COMPREHEND_ENDPOINT";

  void run(List<String> arguments) throws CannotStartException, IOException, InterruptedException {
    var settings = settings(arguments);
    // Tomcat and the JDK log the Java way; without this they write to the terminal.
    LogManager.getLogManager().reset();
    SLF4JBridgeHandler.install();
    var screen = new Screen(System.out);
    var system = new LocalSystem(settings, screen);
    var stop = Thread.ofPlatform().name("stop").unstarted(() -> stop(system, screen));
    Runtime.getRuntime().addShutdownHook(stop);
    screen.running(system.start());
    var ended = system.awaitUnexpectedEnd();
    throw new CannotStartException(
        "The %s ended by itself, so everything stops; see %s".formatted(ended.name(), ended.log()));
  }

  private static void stop(LocalSystem system, Screen screen) {
    screen.stopping();
    system.close();
    screen.stopped();
  }

  private Settings settings(List<String> arguments) throws CannotStartException {
    boolean fresh = false;
    int offset = 0;
    Gateway.Kind gateway = null;
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case "--fresh" -> fresh = true;
        case "--port-offset" -> offset = number(++i < arguments.size() ? arguments.get(i) : "");
        case "--lambda" -> gateway = kind(++i < arguments.size() ? arguments.get(i) : "");
        default ->
            throw new CannotStartException(
                "It does not know " + arguments.get(i) + "; see ./run --help");
      }
    }
    try {
      return new Settings(home, folder, Ports.standard(offset), fresh, comprehend(), gateway);
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(e.getMessage() + " Choose another --port-offset");
    }
  }

  private static @Nullable URI comprehend() throws CannotStartException {
    var url = System.getenv(COMPREHEND);
    if (url == null || url.isBlank()) {
      return null;
    }
    if (!url.matches("https?://[^/?#\\s]+/?")) {
      throw new CannotStartException(
          COMPREHEND + " needs a URL without a path, as in http://localhost:8007");
    }
    return URI.create(url);
  }

  private static Gateway.Kind kind(String text) throws CannotStartException {
    return switch (text) {
      case "rest" -> Gateway.Kind.REST;
      case "http" -> Gateway.Kind.HTTP;
      default -> throw new CannotStartException("--lambda needs rest or http, as in --lambda rest");
    };
  }

  private static int number(String text) throws CannotStartException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new CannotStartException("--port-offset needs a number, as in --port-offset 1000");
    }
  }
}
