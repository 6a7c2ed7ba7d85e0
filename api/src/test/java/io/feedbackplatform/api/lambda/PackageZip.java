package io.feedbackplatform.api.lambda;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TimeZone;

/**
 * The package as one file. The same entries in the same order with the same times and rights
 * whenever and wherever it is made; a JVM refuses a cache whose jars have other times.
 */
final class PackageZip {

  private PackageZip() {}

  static void write(LambdaPackage content, Path destination) throws IOException {
    // Times in zip files are local times, and Lambda's clocks show UTC.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Files.deleteIfExists(destination);
    try (var zip =
        FileSystems.newFileSystem(
            destination, Map.of("create", "true", "enablePosixFileAttributes", "true"))) {
      for (var entry : content.entries()) {
        copy(entry, content.folder().relativize(entry), zip);
      }
    }
  }

  private static void copy(Path source, Path name, FileSystem zip) throws IOException {
    var target = zip.getPath("/" + name);
    if (Files.isDirectory(source)) {
      Files.createDirectory(target);
    } else {
      Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.setLastModifiedTime(target, Files.getLastModifiedTime(source));
    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(source));
  }
}
