package io.feedbackplatform.infra.local;

import io.feedbackplatform.infra.local.gateway.Gateway;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where to run.
 *
 * @param home the folder of the repository, with the jars that were built
 * @param folder where this run keeps everything it writes
 * @param fresh whether to begin without the data of earlier runs
 * @param comprehend where Amazon Comprehend is, or what answers in its place; null where nothing is
 * @param gateway what stands in front of the API's Lambda package; null to run the API as a server
 */
public record Settings(
    Path home,
    Path folder,
    Ports ports,
    boolean fresh,
    @Nullable URI comprehend,
    Gateway.@Nullable Kind gateway) {

  /** With the API as a server, and without Comprehend. */
  public Settings(Path home, Path folder, Ports ports, boolean fresh) {
    this(home, folder, ports, fresh, null, null);
  }

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

  Path logs() {
    return folder.resolve("logs");
  }

  Path log(String name) {
    return logs().resolve(name + ".log");
  }
}
