package io.feedbackplatform.api.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder that becomes a Lambda function: a start script, a Java runtime, the application and
 * the cache of its classes.
 */
public record LambdaPackage(Path folder) {

  /**
   * What a function may measure unzipped (Lambda quotas: 250 MB with all layers), less the 12 MB
   * that are kept free for the Web Adapter's layer.
   */
  static final long MOST_BYTES = (250 - 12) * 1024L * 1024L;

  /** Where the build leaves it. */
  public static LambdaPackage built() {
    return new LambdaPackage(Path.of("target", "lambda", "package"));
  }

  Path runtime() {
    return folder.resolve("jre");
  }

  Path application() {
    return folder.resolve("app");
  }

  Path cache() {
    return folder.resolve("app.aot");
  }

  public Path script() {
    return folder.resolve("run.sh");
  }

  List<String> command() {
    return List.of(script().toString());
  }

  /** Every file and folder in it, but itself, in an order that is always the same. */
  List<Path> entries() {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> !file.equals(folder)).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  long size() {
    return entries().stream().filter(Files::isRegularFile).mapToLong(LambdaPackage::size).sum();
  }

  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
