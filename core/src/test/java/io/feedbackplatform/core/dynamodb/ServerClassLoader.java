package io.feedbackplatform.core.dynamodb;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Class loaders for servers that run in this process with libraries in versions that an application
 * on the same class path could not bear.
 */
public final class ServerClassLoader {

  private static final String CLASS_PATH = "/dynamodb-local.classpath";

  private ServerClassLoader() {}

  /** One that shares nothing but the platform with anybody. */
  public static URLClassLoader create() {
    return new URLClassLoader(urls(classPath()), ClassLoader.getPlatformClassLoader());
  }

  private static List<Path> classPath() {
    try (var resource = ServerClassLoader.class.getResourceAsStream(CLASS_PATH)) {
      if (resource == null) {
        throw new IllegalStateException(
            "core's build did not write " + CLASS_PATH + ": build core with Maven first");
      }
      var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
      return Arrays.stream(text.split(File.pathSeparator)).map(Path::of).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static URL[] urls(List<Path> paths) {
    return paths.stream()
        .map(path -> {
          try {
            return path.toUri().toURL();
          } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
          }
        })
        .toArray(URL[]::new);
  }
}
