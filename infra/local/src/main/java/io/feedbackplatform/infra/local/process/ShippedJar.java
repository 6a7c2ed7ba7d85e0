package io.feedbackplatform.infra.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds the jar that a module's build made. */
public final class ShippedJar {

  private ShippedJar() {}

  /**
   * @param home the folder of the repository
   * @throws CannotStartException when it has not been built
   */
  public static Path of(Path home, String module) throws CannotStartException {
    return of(home, module, module);
  }

  /** The same for a module whose artifact has another name than its folder. */
  public static Path of(Path home, String module, String artifact) throws CannotStartException {
    var name = Pattern.compile(Pattern.quote(artifact) + "-[0-9.]+(-SNAPSHOT)?\\.jar");
    var target = home.resolve(module).resolve("target");
    if (Files.isDirectory(target)) {
      try (var files = Files.list(target)) {
        var jar =
            files.filter(file -> name.matcher(file.getFileName().toString()).matches()).findFirst();
        if (jar.isPresent()) {
          return jar.get();
        }
      } catch (IOException e) {
        throw new CannotStartException("Cannot read " + target + ": " + e.getMessage());
      }
    }
    throw new CannotStartException(
        "There is no jar of %s in %s; build it with: mvn package -DskipTests"
            .formatted(module, target));
  }
}
