package io.feedbackplatform.infra.local;

import java.nio.file.Path;

/**
 * Where to run.
 *
 * @param home the folder of the repository, with the jars that were built
 * @param folder where this run keeps everything it writes
 * @param fresh whether to begin without the data of earlier runs
 */
public record Settings(Path home, Path folder, Ports ports, boolean fresh) {

  public Settings {
    home = home.toAbsolutePath().normalize();
    folder = folder.toAbsolutePath().normalize();
  }

  /** The file that says what runs, there only while everything answers. */
  public static Path runFile(Path folder) {
    return folder.resolve("run.json");
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log(String name) {
    return folder.resolve("logs").resolve(name + ".log");
  }
}
