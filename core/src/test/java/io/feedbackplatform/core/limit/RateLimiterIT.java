package io.feedbackplatform.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Three processes' worth of limiters, each with a client of its own, and many threads. */
class RateLimiterIT {

  private static final TableNames NAMES = TableNames.ofStage("limits-it");
  private static final int PROCESSES = 3;
  private static final int THREADS = 64;
  private static final int UNSETTLED = 10;
  private static final Rate RATE = new Rate(100, Duration.ofMinutes(1), 100, UNSETTLED);

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final AtomicLong writes = new AtomicLong();
  private final List<DynamoDbClient> clients = new ArrayList<>();
  private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
  private final BucketId bucket = new BucketId(TenantId.random(), "team");

  /** Counts what leaves a client, the attempts that fail among it. */
  private final ExecutionInterceptor counter =
      new ExecutionInterceptor() {
        @Override
        public void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes attributes) {
          writes.incrementAndGet();
        }
      };

  @BeforeAll
  static void createTables() {
    try (var administrator = LocalDynamoDb.shared().client()) {
      LocalDynamoDb.createTables(administrator, NAMES);
    }
  }

  @AfterEach
  void closeClients() {
    clients.forEach(DynamoDbClient::close);
    assertThat(failures).isEmpty();
  }

  private RateLimiter process(Clock itsClock) {
    var client =
        LocalDynamoDb.shared()
            .clientBuilder()
            .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(counter))
            .build();
    clients.add(client);
    return limiter(new DynamoDbStorage(client, NAMES, itsClock).buckets(), itsClock);
  }

  private RateLimiter limiter(SharedBuckets shared, Clock itsClock) {
    return new RateLimiter(shared, new ConcurrentHashMap<>(), itsClock, failures::add);
  }

  private List<RateLimiter> processes(Clock itsClock) {
    var processes = new ArrayList<RateLimiter>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(process(itsClock));
    }
    return processes;
  }

  /** How many requests are let through when all threads ask at once, each of them so often. */
  private static long rush(List<RateLimiter> processes, BucketId bucket, int each)
      throws Exception {
    return rush(processes, bucket, THREADS, each);
  }

  private static long rush(List<RateLimiter> processes, BucketId bucket, int count, int each)
      throws Exception {
    var start = new CountDownLatch(1);
    var results = new ArrayList<Future<Long>>();
    try (var threads = Executors.newFixedThreadPool(count)) {
      for (int thread = 0; thread < count; thread++) {
        var process = processes.get(thread % processes.size());
        results.add(
            threads.submit(() -> {
              start.await();
              long accepted = 0;
              for (int i = 0; i < each; i++) {
                accepted += process.take(bucket, RATE).isAllowed() ? 1 : 0;
              }
              return accepted;
            }));
      }
      start.countDown();
      long accepted = 0;
      for (var result : results) {
        accepted += result.get();
      }
      return accepted;
    }
  }

  @Test
  void takesNothingOfATenantsLimitForAnotherThatHammers() throws Exception {
    var processes = processes(clock);
    var quiet = new BucketId(TenantId.random(), bucket.name());
    int half = THREADS / 2;
    int hammering = 10_000 / half + 1;
    int asking = Math.toIntExact(RATE.burst() / half);

    var accepted = new ConcurrentHashMap<BucketId, Long>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var hammer = threads.submit(() -> rush(processes, bucket, half, hammering));
      var asks = threads.submit(() -> rush(processes, quiet, half, asking));
      accepted.put(bucket, hammer.get());
      accepted.put(quiet, asks.get());
    }

    System.out.printf(
        "one tenant: %,d requests, %d accepted; another at the same time: %d requests, %d accepted%n",
        half * hammering, accepted.get(bucket), half * asking, accepted.get(quiet));
    assertThat(accepted).containsEntry(quiet, (long) half * asking);
    assertThat(accepted.get(bucket)).isBetween(100L, 100L + PROCESSES * UNSETTLED);
    assertThat(rush(processes, bucket, half, 10)).isZero();
  }

  @Test
  void letsThroughTheLimitAndTheLocalBurstsAtMost() throws Exception {
    var processes = processes(clock);

    long first = rush(processes, bucket, 50);
    long firstWrites = writes.getAndSet(0);
    long refusedAgain = rush(processes, bucket, 50);
    assertThat(refusedAgain).isZero();
    assertThat(writes).as("a refused caller costs no write").hasValue(0);

    clock.advance(Duration.ofMinutes(1));
    long second = rush(processes, bucket, 50);

    System.out.printf(
        "%d threads, %d instances, 100 a minute, bursts of %d in each: %,d requests, %d accepted,"
            + " %d writes; a minute later %,d requests, %d accepted, %d writes%n",
        THREADS,
        PROCESSES,
        UNSETTLED,
        THREADS * 50,
        first,
        firstWrites,
        THREADS * 50,
        second,
        writes.get());
    assertThat(first).isBetween(100L, 100L + PROCESSES * UNSETTLED);
    assertThat(first + second).isBetween(200L, 200L + PROCESSES * UNSETTLED);
    assertThat(firstWrites + writes.get()).isLessThanOrEqualTo((2 * THREADS * 50) / 10);
    // Even of what was let through alone: one for ten, and a wrong guess at times.
    assertThat(firstWrites + writes.get()).isLessThanOrEqualTo((first + second) / 10 * 2);
  }

  @Test
  void keepsToTheRateInRealTime() throws Exception {
    var processes = processes(Clock.systemUTC());
    var begun = System.nanoTime();

    long accepted = rush(processes, bucket, 2_000);

    double minutes = (System.nanoTime() - begun) / 60e9;
    System.out.printf(
        "In real time: %,d requests in %.1f s, %d accepted, %d writes%n",
        THREADS * 2_000, minutes * 60, accepted, writes.get());
    assertThat(accepted).isBetween(100L, 100 + (long) (minutes * 100) + 1 + PROCESSES * UNSETTLED);
    assertThat(writes.get()).isLessThanOrEqualTo(THREADS * 2_000 / 10);
  }

  /** All requests are let through, so that none that is refused makes the writes look rare. */
  @Test
  void writesOnceForTenRequestsThatAreLetThrough() {
    var processes = processes(clock);
    int accepted = 0;
    for (int request = 0; request < 3_000; request++) {
      accepted += processes.get(request % PROCESSES).take(bucket, RATE).isAllowed() ? 1 : 0;
      clock.advance(Duration.ofMillis(660));
    }

    System.out.printf(
        "At nine tenths of the limit: 3,000 requests, %,d accepted, %d writes%n",
        accepted, writes.get());
    assertThat(accepted).isEqualTo(3_000);
    assertThat(writes.get()).isLessThanOrEqualTo(300 + 2 * PROCESSES);
  }

  @Test
  void sharesNoBucketBetweenTenants() throws Exception {
    var processes = processes(clock);
    var foreign = new BucketId(TenantId.random(), bucket.name());

    assertThat(rush(processes, bucket, 20)).isBetween(100L, 130L);
    assertThat(rush(processes, foreign, 20)).isBetween(100L, 130L);
  }

  /** The control: what holds the processes together is the shared bucket. */
  @Test
  void goesOverTheLimitWithoutTheSharedBucket() throws Exception {
    var alone = new ArrayList<RateLimiter>();
    for (int i = 0; i < PROCESSES; i++) {
      alone.add(
          limiter(
              (tenant, name, use) -> {
                throw new IllegalStateException("away");
              },
              clock));
    }

    long accepted = rush(alone, bucket, 50);

    System.out.printf("Without the shared bucket: %d accepted%n", accepted);
    assertThat(accepted).isEqualTo(PROCESSES * 100L);
    assertThat(failures).hasSize(PROCESSES);
    failures.clear();
  }
}
