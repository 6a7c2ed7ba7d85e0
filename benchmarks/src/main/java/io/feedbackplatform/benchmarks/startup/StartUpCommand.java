package io.feedbackplatform.benchmarks.startup;

import io.feedbackplatform.api.lambda.ApiProcess;
import io.feedbackplatform.api.lambda.LambdaPackage;
import io.feedbackplatform.api.lambda.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Starts the API in turns from its Lambda package, by {@code java -jar} of the same build, from the
 * package with a cache that saw no requests, and by Spring Boot's recipe with such a cache. Prints
 * what each took and whether the goals are reached.
 */
public final class StartUpCommand {

  private static final int LEAST_ROUNDS = 5;
  private static final Map<String, String> MEMORY =
      Map.of("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769");

  private final Path folder;
  private final Surroundings surroundings;
  private final Stopwatch stopwatch;
  private final LambdaPackage shipped;
  private final List<String> plainly;
  private final Path apart;

  private StartUpCommand(Path target, Path folder, Surroundings surroundings) throws IOException {
    this.folder = folder;
    this.surroundings = surroundings;
    this.stopwatch = new Stopwatch(surroundings, folder);
    this.shipped = new LambdaPackage(target.resolve("lambda").resolve("package"));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var jar = executableJarIn(target);
    this.plainly = List.of(java, "-jar", jar.toString());
    this.apart = ApiProcess.takeApart(jar, folder.resolve("apart"));
  }

  /**
   * @param arguments the folder that the build of the API wrote to; {@code --rounds N}
   */
  public static void main(String[] arguments) {
    // Threads of DynamoDB Local would hold the process.
    try {
      System.exit(run(arguments));
    } catch (Exception failure) {
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static int run(String[] arguments) throws Exception {
    var rounds = 7;
    if (arguments.length == 3 && arguments[1].equals("--rounds")) {
      rounds = Integer.parseInt(arguments[2]);
    } else if (arguments.length != 1) {
      System.err.println("Usage: benchmarks/start-up [--build] [--rounds N]");
      return 2;
    }
    if (rounds < LEAST_ROUNDS) {
      System.err.println("Fewer than " + LEAST_ROUNDS + " rounds say nothing.");
      return 2;
    }
    var folder = Files.createTempDirectory("start-up");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(folder)));
    try (var surroundings = Surroundings.start(folder)) {
      var command = new StartUpCommand(Path.of(arguments[0]), folder, surroundings);
      return command.compare(rounds) ? 0 : 1;
    }
  }

  private static void cleanUp(Path folder) {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException leftToTheSystem) {
      System.err.println("start-up: " + leftToTheSystem);
    }
  }

  private boolean compare(int rounds) throws Exception {
    var plain = new Starts("`java -jar`");
    var trained = new Starts("Lambda package");
    var untrained = new Starts("package, untrained cache");
    var recipe = new Starts("recipe, untrained cache");
    // With the same memory: the caches are what is compared.
    var untrainedCache = new HashMap<>(MEMORY);
    untrainedCache.put(
        "FEEDBACK_AOT_OPTION", "-XX:AOTCache=" + makeUntrainedCache(command(), "package"));
    var recipeCache =
        makeUntrainedCache(
            byRecipe("-XX:AOTCacheOutput=" + folder.resolve("recipe.aot")), "recipe");
    var classes = shareOfCachedClasses();
    // The first of each warms up what is around them, and does not count.
    for (int round = 0; round <= rounds; round++) {
      var first = stopwatch.time(plainly, Map.of());
      var second = stopwatch.time(command(), MEMORY);
      var third = stopwatch.time(command(), untrainedCache);
      var fourth = stopwatch.time(byRecipe("-XX:AOTCache=" + recipeCache), Map.of());
      if (round > 0) {
        plain.add(first);
        trained.add(second);
        untrained.add(third);
        recipe.add(fourth);
        System.err.printf("round %d of %d%n", round, rounds);
      }
    }
    System.out.println(Starts.header());
    List.of(plain, trained, untrained, recipe).forEach(starts -> System.out.println(starts.row()));
    System.out.printf(
        "%nThe first request takes %.2f of that of the package with an untrained cache.%n%n",
        trained.median(Start::ownTime) / untrained.median(Start::ownTime));
    var goals =
        List.of(
            Goal.atLeast(
                "times faster than java -jar to the first 201",
                plain.median(Start::answered) / trained.median(Start::answered),
                5),
            Goal.atMost(
                "of the CPU of java -jar",
                trained.median(Start::cpu) / plain.median(Start::cpu),
                0.20),
            Goal.atMost(
                "of the first request by the recipe with an untrained cache, both less storage",
                trained.median(Start::ownTime) / recipe.median(Start::ownTime),
                0.25),
            Goal.atLeast("of the loaded classes from the cache", classes, 0.95));
    goals.forEach(goal -> System.out.println(goal.line()));
    return goals.stream().allMatch(Goal::isReached);
  }

  /** Made as is often advised: by a start that ends before the first request. */
  private Path makeUntrainedCache(List<String> command, String name) throws InterruptedException {
    var cache = folder.resolve(name + ".aot");
    var environment = surroundings.environment();
    environment.put("FEEDBACK_AOT_OPTION", "-XX:AOTCacheOutput=" + cache);
    environment.put("JAVA_TOOL_OPTIONS", "-Dspring.context.exit=onRefresh");
    try (var api = ApiProcess.start(command, environment, folder.resolve(name + ".log"))) {
      api.awaitEnd();
      if (!Files.exists(cache)) {
        throw new IllegalStateException("There is no cache to compare with:\n" + api.output());
      }
    }
    return cache;
  }

  /** Counted up to the first answer, of a JVM that may not start without its cache. */
  private double shareOfCachedClasses() throws Exception {
    var classes = folder.resolve("classes.txt");
    var options = " -XX:AOTMode=on -Xlog:class+load:file=" + classes;
    stopwatch.time(command(), Map.of("JAVA_TOOL_OPTIONS", surroundings.trustOption() + options));
    var loaded = Files.readAllLines(classes);
    var cached = loaded.stream().filter(line -> line.contains("shared objects file")).count();
    return (double) cached / loaded.size();
  }

  /**
   * As Spring Boot's documentation has it ("Ahead-of-Time Cache"): the application taken apart, the
   * cache, and nothing else.
   */
  private List<String> byRecipe(String cacheOption) {
    var java = shipped.folder().resolve("jre").resolve("bin").resolve("java").toString();
    return List.of(java, cacheOption, "-jar", apart.toString());
  }

  private List<String> command() {
    return List.of(shipped.script().toString());
  }

  private static Path executableJarIn(Path target) throws IOException {
    try (var jars = Files.newDirectoryStream(target, "api-*.jar")) {
      for (var jar : jars) {
        if (!jar.toString().endsWith("-tests.jar")) {
          return jar;
        }
      }
    }
    throw new IllegalStateException("There is no executable jar in " + target);
  }
}
