package io.feedbackplatform.infra.local;

import static org.awaitility.Awaitility.await;

import io.feedbackplatform.infra.local.process.CannotStartException;
import io.feedbackplatform.infra.local.process.ShippedJar;
import io.feedbackplatform.infra.local.state.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The system in a process of its own, started as {@code ./run} starts it. */
record SeparateRun(Process process, Path folder, int portOffset) implements AutoCloseable {

  private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();

  static int freeOffset() {
    return Stream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 40_000))
        .filter(offset -> Ports.standard(offset).areFree())
        .findFirst()
        .orElseThrow();
  }

  static SeparateRun start(Path folder, int portOffset, String... more)
      throws IOException, CannotStartException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As ./run has them.
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow"));
    command.add("-Dfeedback.home=" + HOME);
    command.add("-Dfeedback.folder=" + folder);
    command.addAll(
        List.of("-jar", ShippedJar.of(HOME.resolve("infra"), "local", "infra-local").toString()));
    command.addAll(List.of("--port-offset", Integer.toString(portOffset)));
    command.addAll(List.of(more));
    Files.createDirectories(folder);
    var process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    return new SeparateRun(process, folder, portOffset);
  }

  /** Waits until everything answers. */
  RunInfo info() throws IOException {
    var file = Settings.runFile(folder);
    await()
        .atMost(Duration.ofMinutes(3))
        .failFast("it ended, see " + folder, () -> !process.isAlive())
        .until(() -> Files.exists(file));
    return new JsonFile(file).read(RunInfo.class).orElseThrow();
  }

  /** SIGKILL: nothing in the process gets to run any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  String errors() throws IOException {
    return Files.readString(folder.resolve("err.txt"));
  }

  String output() throws IOException {
    return Files.readString(folder.resolve("out.txt"));
  }

  boolean portsAreFree() {
    return Ports.standard(portOffset).areFree();
  }

  /** SIGTERM, as Ctrl-C or a supervisor would end it. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
