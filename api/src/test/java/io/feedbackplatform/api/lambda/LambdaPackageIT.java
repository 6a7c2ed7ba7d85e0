package io.feedbackplatform.api.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The package as Lambda gets it: unzipped elsewhere, by another program, on a machine with another
 * time zone than this.
 */
class LambdaPackageIT {

  private static final Path ZIP = Path.of("target", "lambda", "api-lambda.zip");

  private static final Pattern OF_TESTS =
      Pattern.compile(
          "org/(junit|assertj|wiremock|springdoc|mockito)/|com/github/tomakehurst/|io/swagger/"
              + "|com/amazonaws/services/dynamodbv2/");

  @TempDir static Path folder;

  private static LambdaPackage unzipped;
  private static Surroundings surroundings;

  @BeforeAll
  static void unzip() throws IOException {
    assertThat(ZIP).as("made by: mvn package -Plambda -pl api -am").isRegularFile();
    unzipped = new LambdaPackage(Files.createDirectory(folder.resolve("task with a space")));
    Commands.run(
        List.of(
            "env",
            "TZ=Asia/Kathmandu",
            "unzip",
            "-q",
            ZIP.toAbsolutePath().toString(),
            "-d",
            unzipped.folder().toString()));
    surroundings = Surroundings.start(Files.createDirectory(folder.resolve("surroundings")));
  }

  @AfterAll
  static void stop() {
    if (surroundings != null) {
      surroundings.close();
    }
  }

  @Test
  void leavesRoomForTheAdapter() {
    assertThat(unzipped.size()).isBetween(100_000_000L, LambdaPackage.MOST_BYTES);
  }

  @Test
  void holdsTheScriptTheRuntimeTheApplicationAndTheCacheAndNothingElse() throws IOException {
    try (var files = Files.list(unzipped.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("run.sh", "jre", "app", "app.aot");
    }
    assertThat(unzipped.script()).isExecutable();
    assertThat(unzipped.runtime().resolve("bin/java")).isExecutable();
    assertThat(names(unzipped.application())).containsExactly("app", "api.jar");
    assertThat(classesOfTheApplication())
        .contains("io/feedbackplatform/api/FeedbackApi.class")
        .contains("io/feedbackplatform/api/FeedbackApi__BeanDefinitions.class")
        .contains("org/springframework/boot/SpringApplication.class")
        .noneMatch(name -> name.matches(".*(Test|IT|Training)\\.class"))
        .noneMatch(name -> OF_TESTS.matcher(name).lookingAt());
  }

  @Test
  void isMadeOfFilesWithTheTimeOfTheBuildWhereverTheyAreUnpacked() throws IOException {
    for (var entry : unzipped.entries()) {
      assertThat(Files.getLastModifiedTime(entry).toString())
          .as(entry.toString())
          .isEqualTo("2026-01-01T00:00:00Z");
    }
  }

  @Test
  void servesWithACacheThatHoldsNearlyAllItsClasses() throws Exception {
    var classes = folder.resolve("classes.txt");
    String log;
    try (var api = start(unzipped, "-XX:AOTMode=on -Xlog:class+load:file=" + classes)) {
      new Training(api.awaitHealth(), surroundings).send(100);
      log = api.output();
    }

    assertThat(log.lines().filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS")))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{"));
    var loaded = Files.readAllLines(classes);
    var cached = loaded.stream().filter(line -> line.contains("shared objects file")).count();
    assertThat(loaded).hasSizeGreaterThan(5_000);
    assertThat(cached * 100.0 / loaded.size())
        .as("%d of %d classes come from the cache, in percent", cached, loaded.size())
        .isGreaterThanOrEqualTo(95);
  }

  @Test
  void refusesToStartWithADamagedCacheWhenItMustUseIt() throws Exception {
    var damaged = folder.resolve("damaged.aot");
    Files.copy(unzipped.cache(), damaged);
    try (var file = new RandomAccessFile(damaged.toFile(), "rw")) {
      file.seek(0);
      file.write(new byte[64]);
    }
    var environment = environment("-XX:AOTMode=on");
    environment.put("FEEDBACK_AOT_OPTION", "-XX:AOTCache=" + damaged);

    try (var api = ApiProcess.start(unzipped.command(), environment, log())) {
      assertThat(api.awaitEnd()).isNotZero();
      assertThat(api.output()).containsIgnoringCase("aot");
    }
  }

  @Test
  void startsWithoutACacheRatherThanNotAtAll() throws Exception {
    var environment = environment("-XX:AOTMode=auto");
    environment.put("FEEDBACK_AOT_OPTION", "-XX:AOTCache=" + folder.resolve("nowhere.aot"));

    try (var api = ApiProcess.start(unzipped.command(), environment, log())) {
      assertThat(api.awaitHealth().isAlive()).isTrue();
    }
  }

  @Test
  void takesItsHeapFromTheFunctionsMemory() throws Exception {
    var environment = environment("-XX:AOTMode=on -Xlog:gc+init");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");

    try (var api = ApiProcess.start(unzipped.command(), environment, log())) {
      assertThat(api.awaitHealth().output()).contains("Heap Max Capacity: 304M");
    }
  }

  @Test
  void saysWhatIsMissingInItsEnvironment() throws Exception {
    try (var api = ApiProcess.start(unzipped.command(), Map.of(), log())) {
      assertThat(api.awaitEnd()).isEqualTo(1);
      assertThat(api.output()).contains("AWS_REGION");
    }
  }

  private static ApiProcess start(LambdaPackage content, String options) {
    return ApiProcess.start(content.command(), environment(options), log());
  }

  private static Map<String, String> environment(String options) {
    var variables = surroundings.environment();
    variables.put("JAVA_TOOL_OPTIONS", surroundings.trustOption() + " " + options);
    return variables;
  }

  private static Path log() {
    try {
      return Files.createTempFile(folder, "api", ".log");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> names(Path of) throws IOException {
    try (var files = Files.walk(of)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static List<String> classesOfTheApplication() throws IOException {
    var names = new ArrayList<String>();
    try (var jar = new ZipFile(unzipped.application().resolve("api.jar").toFile())) {
      jar.entries().asIterator().forEachRemaining(entry -> names.add(entry.getName()));
    }
    return names;
  }
}
