package io.feedbackplatform.infra.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that ships, started as its own process with environment variables and nothing else. It
 * ends when it is closed, and also when this process dies, however that happens.
 */
public final class ChildProcess implements Program, AutoCloseable {

  /**
   * Standard input is a pipe from us. Its end, which even a {@code kill -9} of us brings about,
   * ends the child. Ctrl-C in the terminal goes to all processes at once, so the child ignores it
   * and waits to be stopped in its turn.
   */
  private static final String SUPERVISOR =
      """
      trap '' INT HUP
      exec 3<&0
      "$@" </dev/null 3<&- &
      child=$!
      { cat <&3 >/dev/null; kill "$child"; sleep 5; kill -9 "$child"; } >/dev/null 2>&1 &
      watcher=$!
      exec 3<&-
      wait "$child"
      code=$?
      kill "$watcher" 2>/dev/null
      exit "$code"
      """;

  /** What a program needs from the person's own environment; nothing else gets in. */
  private static final Set<String> PASSED_ON =
      Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

  private final String name;
  private final Path log;
  private final Process process;

  private ChildProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts a jar with the Java that runs this program.
   *
   * @param log where its output goes, in place of what an earlier run wrote
   */
  public static ChildProcess start(
      String name, Path jar, List<String> jvmFlags, Map<String, String> environment, Path log)
      throws IOException {
    var program = new ArrayList<String>();
    program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.addAll(jvmFlags);
    program.addAll(List.of("-jar", jar.toString()));
    return start(name, program, environment, log);
  }

  /** Starts any program; the first of the words is its path. */
  public static ChildProcess start(
      String name, List<String> program, Map<String, String> environment, Path log)
      throws IOException {
    var command = new ArrayList<>(List.of("sh", "-c", SUPERVISOR, name));
    command.addAll(program);
    Files.createDirectories(log.toAbsolutePath().getParent());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.to(new File(log.toString())));
    builder.environment().keySet().retainAll(PASSED_ON);
    builder.environment().putAll(environment);
    return new ChildProcess(name, log, builder.start());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Path log() {
    return log;
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes when the program has ended, for whatever reason. */
  public CompletableFuture<ChildProcess> onExit() {
    return process.onExit().thenApply(ended -> this);
  }

  /** Asks the program to end and waits until it has; after five seconds it is ended. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
