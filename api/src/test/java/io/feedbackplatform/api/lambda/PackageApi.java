package io.feedbackplatform.api.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.springframework.util.FileSystemUtils;

/**
 * Makes the Lambda package of the application: links a runtime, merges the application with its
 * libraries, and lets it serve real requests to learn which classes its cache shall hold.
 */
final class PackageApi {

  private static final int REQUESTS = 2_000;

  private final Path jar;
  private final Path script;
  private final FileTime time;
  private final Path work;
  private final LambdaPackage made;

  private PackageApi(Path jar, Path script, FileTime time, Path target) {
    this.jar = jar;
    this.script = script;
    this.time = time;
    this.work = target.resolve("training");
    this.made = new LambdaPackage(target.resolve("package"));
  }

  /**
   * @param arguments the application's executable jar, the start script, the time that all files
   *     shall have, and the folder to work in
   */
  public static void main(String[] arguments) {
    if (!System.getProperty("os.name").equals("Linux")) {
      System.err.println(
          "The Lambda package holds a Java runtime of the machine that it is made on: make it on"
              + " Linux, or build without the profile lambda.");
      System.exit(1);
    }
    // Threads of DynamoDB Local would hold the process.
    try {
      make(arguments);
      System.exit(0);
    } catch (Exception failure) {
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static void make(String[] arguments) throws Exception {
    var target = Path.of(arguments[3]);
    FileSystemUtils.deleteRecursively(target);
    var time = FileTime.from(Instant.parse(arguments[2]));
    new PackageApi(Path.of(arguments[0]), Path.of(arguments[1]), time, target).make();
    var zip = target.resolve("api-lambda.zip");
    var content = new LambdaPackage(target.resolve("package"));
    PackageZip.write(content, zip);
    System.out.printf(
        "Lambda package: %,d bytes (runtime %,d, application %,d, cache %,d), zipped %,d%n",
        content.size(),
        new LambdaPackage(content.runtime()).size(),
        new LambdaPackage(content.application()).size(),
        LambdaPackage.size(content.cache()),
        LambdaPackage.size(zip));
  }

  private void make() throws Exception {
    Files.createDirectories(made.folder());
    Files.createDirectories(work);
    Files.createDirectories(made.application());
    var parts = takeApart();
    JavaRuntime.linkFor(parts, made.runtime());
    MergedJar.write(parts, made.application().resolve("api.jar"));
    Files.copy(script, made.script());
    giveRightsAndTimes();
    train();
    giveRightsAndTimes();
    checkSize();
  }

  /** The application's own jar, then those of its libraries in the order of its class path. */
  private List<Path> takeApart() throws IOException {
    var own = ApiProcess.takeApart(jar, work.resolve("apart"));
    var parts = new ArrayList<Path>();
    parts.add(own);
    try (var file = new JarFile(own.toFile())) {
      var libraries = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      for (var library : libraries.split(" ")) {
        parts.add(own.resolveSibling(library));
      }
    }
    return parts;
  }

  private void train() throws Exception {
    try (var surroundings = Surroundings.start(work)) {
      var environment = surroundings.environment();
      environment.put("FEEDBACK_AOT_OPTION", "-XX:AOTCacheOutput=" + made.cache());
      environment.put("JAVA_TOOL_OPTIONS", surroundings.trustOption());
      try (var api = ApiProcess.start(made.command(), environment, work.resolve("training.log"))) {
        new Training(api.awaitHealth(), surroundings).send(REQUESTS);
        api.end();
        if (!Files.exists(made.cache())) {
          throw new IllegalStateException("The training made no cache:\n" + api.output());
        }
      }
    }
  }

  /** What is read by everybody and written by nobody; the runtime's programs keep being such. */
  private void giveRightsAndTimes() throws IOException {
    // A folder after what is in it, whose change would change the folder's time.
    for (var entry : made.entries().stream().sorted(Comparator.reverseOrder()).toList()) {
      var rights = Files.isExecutable(entry) ? "rwxr-xr-x" : "rw-r--r--";
      Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString(rights));
      Files.setLastModifiedTime(entry, time);
    }
  }

  private void checkSize() {
    if (made.size() > LambdaPackage.MOST_BYTES) {
      throw new IllegalStateException(
          "The Lambda package measures %,d bytes; with the adapter's layer Lambda takes %,d. Look at"
                  .formatted(made.size(), LambdaPackage.MOST_BYTES)
              + " what the application or the runtime gained.");
    }
  }
}
