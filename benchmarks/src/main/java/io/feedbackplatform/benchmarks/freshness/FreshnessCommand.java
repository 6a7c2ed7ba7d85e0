package io.feedbackplatform.benchmarks.freshness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Submits feedback to the system that runs on this machine and watches its tenant's analytics over
 * HTTP: of the n-th acknowledged submission, how long it took until they knew of n more. Prints
 * percentiles by nearest rank.
 */
public final class FreshnessCommand {

  private static final int LEAST_SAMPLES = 100;
  private static final Duration GOAL = Duration.ofMillis(1_500);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Between two looks, and so the error of a sample. */
  private static final Duration LOOK = Duration.ofMillis(20);

  /** On average between two submissions, at random: no step with the worker's own. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final LocalTenant tenant;
  private final int samples;

  private FreshnessCommand(LocalTenant tenant, int samples) {
    this.tenant = tenant;
    this.samples = samples;
  }

  /**
   * @param arguments the folder where the system runs; {@code --samples N}
   */
  public static void main(String[] arguments) {
    try {
      System.exit(run(arguments));
    } catch (IOException failure) {
      System.err.println("freshness: " + failure.getMessage());
      System.exit(1);
    } catch (InterruptedException | ExecutionException failure) {
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static int run(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int samples = 300;
    if (arguments.length == 3 && arguments[1].equals("--samples")) {
      samples = Integer.parseInt(arguments[2]);
    } else if (arguments.length != 1) {
      System.err.println("Usage: benchmarks/freshness [--samples N]");
      return 2;
    }
    if (samples < LEAST_SAMPLES) {
      System.err.println("Fewer than " + LEAST_SAMPLES + " samples have no 99th percentile.");
      return 2;
    }
    try (var tenant = LocalTenant.of(Path.of(arguments[0]))) {
      return new FreshnessCommand(tenant, samples).measure() ? 0 : 1;
    }
  }

  private boolean measure() throws IOException, InterruptedException, ExecutionException {
    long before = tenant.counted();
    List<Long> known;
    List<Long> acknowledged;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<List<Long>> watching = () -> watch(before);
      Future<List<Long>> watched = threads.submit(watching);
      acknowledged = submitAll();
      known = watched.get();
    }
    var delays = new ArrayList<Duration>();
    for (int i = 0; i < samples; i++) {
      // A look that began before the submission was acknowledged may already have seen it.
      delays.add(Duration.ofNanos(Math.max(0, known.get(i) - acknowledged.get(i))));
    }
    delays.sort(null);
    var p99 = percentile(delays, 99);
    System.out.printf(
        Locale.ROOT,
        "acknowledged to readable, n = %d: p50 %d ms, p95 %d ms, p99 %d ms, most %d ms%n",
        samples,
        percentile(delays, 50).toMillis(),
        percentile(delays, 95).toMillis(),
        p99.toMillis(),
        delays.getLast().toMillis());
    boolean reached = p99.compareTo(GOAL) < 0;
    System.out.printf("%-6s p99 below %d ms%n", reached ? "ok" : "MISSED", GOAL.toMillis());
    return reached;
  }

  private List<Long> submitAll() throws IOException, InterruptedException {
    var random = new Random(1);
    var acknowledged = new ArrayList<Long>();
    for (int number = 0; number < samples; number++) {
      tenant.submit(number);
      acknowledged.add(System.nanoTime());
      Thread.sleep(Duration.ofNanos(random.nextLong(2 * PAUSE.toNanos())));
    }
    return acknowledged;
  }

  /** When each further piece of feedback was first in the figures. */
  private List<Long> watch(long before) throws IOException, InterruptedException {
    var known = new ArrayList<Long>();
    long lastNews = System.nanoTime();
    while (known.size() < samples) {
      long counted = tenant.counted();
      long now = System.nanoTime();
      if (counted < before) {
        throw new IOException("The figures went down: somebody else is at work in this tenant.");
      }
      if (known.size() < counted - before) {
        lastNews = now;
      }
      while (known.size() < Math.min(samples, counted - before)) {
        known.add(now);
      }
      if (now - lastNews > PATIENCE.toNanos()) {
        throw new IOException("The figures stand still at " + counted + "; is the worker running?");
      }
      Thread.sleep(LOOK);
    }
    return known;
  }

  private static Duration percentile(List<Duration> sorted, int percent) {
    int rank = Math.ceilDiv(percent * sorted.size(), 100);
    return sorted.get(rank - 1);
  }
}
