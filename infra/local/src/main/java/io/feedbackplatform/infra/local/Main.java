package io.feedbackplatform.infra.local;

import io.feedbackplatform.infra.local.process.CannotStartException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What {@code ./run} starts. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // Set by ./run, which knows where the repository is.
    var home = Path.of(System.getProperty("feedback.home", "."));
    var folder = home.resolve(System.getProperty("feedback.folder", ".local"));
    // Before the first logger is made. Spring Boot would otherwise set logging up its own way.
    System.setProperty("feedback.local.log", folder.resolve("logs/local.log").toString());
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    // DynamoDB Local has no logger in its class loader and says so at every start.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    try {
      var words = List.of(arguments);
      if (!words.isEmpty() && words.getFirst().equals("token")) {
        System.out.println(new TokenCommand(folder).token(words.subList(1, words.size())));
      } else {
        new RunCommand(home, folder).run(words);
      }
    } catch (CannotStartException e) {
      fail(e.getMessage());
    } catch (InterruptedException e) {
      fail("It was interrupted");
    } catch (Exception e) {
      LoggerFactory.getLogger(Main.class).error("unexpected", e);
      fail("This should not happen: %s; see %s".formatted(e, folder.resolve("logs/local.log")));
    }
  }

  private static void fail(String message) {
    System.err.println("run: " + message + (message.endsWith(".") ? "" : "."));
    System.exit(1);
  }
}
