package io.feedbackplatform.api.lambda;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java runtime with what the application needs and nothing else. */
final class JavaRuntime {

  /**
   * What is only loaded by name: keep-alive times of sockets, and management beans of the JVM.
   * Elliptic curves are in java.base since 22.
   */
  private static final String LOADED_BY_NAME = "jdk.net,jdk.management";

  private JavaRuntime() {}

  static void linkFor(List<Path> jars, Path destination) {
    Commands.run(
        List.of(
            tool("jlink"),
            "--add-modules",
            modulesOf(jars) + "," + LOADED_BY_NAME,
            "--output",
            destination.toString(),
            "--compress",
            "zip-6",
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages"));
  }

  private static String modulesOf(List<Path> jars) {
    var names = jars.stream().map(Path::toString).toList();
    var command = new ArrayList<String>();
    command.addAll(List.of(tool("jdeps"), "--print-module-deps", "--ignore-missing-deps"));
    command.addAll(List.of("--multi-release", Integer.toString(Runtime.version().feature())));
    command.addAll(List.of("--class-path", String.join(File.pathSeparator, names)));
    command.addAll(names);
    var lines = Commands.run(command).strip().lines().toList();
    return lines.getLast();
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
