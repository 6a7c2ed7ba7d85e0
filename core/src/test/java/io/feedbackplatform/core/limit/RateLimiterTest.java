package io.feedbackplatform.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

  private static final Rate RATE = new Rate(100, Duration.ofMinutes(1), 100, 10);

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final SharedBuckets shared = new InMemoryStorage(clock).buckets();
  private final AtomicLong told = new AtomicLong();
  private final List<RuntimeException> failures = new ArrayList<>();
  private final BucketId bucket = new BucketId(TenantId.random(), "team");

  private RateLimiter process(Clock itsClock) {
    return new RateLimiter(
        (tenant, name, use) -> {
          told.incrementAndGet();
          return shared.settle(tenant, name, use);
        },
        new ConcurrentHashMap<>(),
        itsClock,
        failures::add);
  }

  private static long accepted(RateLimiter process, BucketId bucket, int requests) {
    long accepted = 0;
    for (int i = 0; i < requests; i++) {
      accepted += process.take(bucket, RATE).isAllowed() ? 1 : 0;
    }
    return accepted;
  }

  @Test
  void letsABurstThroughAndThenAnEvenFlow() {
    var process = process(clock);

    assertThat(accepted(process, bucket, 150)).isEqualTo(100);
    clock.advance(Duration.ofMillis(599));
    assertThat(accepted(process, bucket, 5)).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(accepted(process, bucket, 5)).isEqualTo(1);
    clock.advance(Duration.ofMinutes(10));
    assertThat(accepted(process, bucket, 150)).isEqualTo(100);
  }

  @Test
  void saysWhatRemainsAndWhenToComeBack() {
    var process = process(clock);

    assertThat(process.take(bucket, RATE))
        .isEqualTo(new Verdict(true, 99, Duration.ofMillis(600), Duration.ZERO));
    accepted(process, bucket, 99);
    assertThat(process.take(bucket, RATE))
        .isEqualTo(new Verdict(false, 0, Duration.ofMinutes(1), Duration.ofMillis(600)));
  }

  @Test
  void tellsOthersOnceForManyAndNothingOfARefusal() {
    var process = process(clock);

    accepted(process, bucket, 9);
    assertThat(told).hasValue(0);
    accepted(process, bucket, 1_000);
    assertThat(told).hasValue(10);
  }

  @Test
  void goesOverByNoMoreThanWhatIsUntold() {
    var processes = List.of(process(clock), process(clock), process(clock));

    long accepted = 0;
    for (int round = 0; round < 500; round++) {
      accepted += accepted(processes.get(round % 3), bucket, 1);
    }

    assertThat(accepted).isBetween(100L, 130L);
  }

  @Test
  void losesNoTokenInADay() {
    var processes = List.of(process(clock), process(clock), process(clock));
    long accepted = 0;
    int requests = 0;
    for (int second = 0; second < 86_400; second++) {
      for (var process : processes) {
        accepted += accepted(process, bucket, 1);
        requests++;
      }
      clock.advance(Duration.ofSeconds(1));
    }

    System.out.printf(
        "A day at 100 a minute, 3 processes: %,d requests, %,d accepted, %,d writes%n",
        requests, accepted, told.get());
    assertThat(accepted).isBetween(144_000L, 144_000L + 100 + 30);
    assertThat(told.get()).isLessThanOrEqualTo(requests / 10);
  }

  @Test
  void hasABucketForEachTenantAndName() {
    var process = process(clock);
    var foreign = new BucketId(TenantId.random(), bucket.name());
    var other = new BucketId(bucket.tenant(), "pages");

    assertThat(accepted(process, bucket, 200)).isEqualTo(100);
    assertThat(accepted(process, foreign, 200)).isEqualTo(100);
    assertThat(accepted(process, other, 200)).isEqualTo(100);
  }

  @Test
  void goesOnByItselfWhenOthersCannotBeTold() {
    var process =
        new RateLimiter(
            (tenant, name, use) -> {
              told.incrementAndGet();
              throw new IllegalStateException("away");
            },
            new ConcurrentHashMap<>(),
            clock,
            failures::add);

    assertThat(accepted(process, bucket, 1_000)).isEqualTo(100);
    assertThat(failures).hasSize(1);
    clock.advance(Duration.ofMinutes(1));
    assertThat(accepted(process, bucket, 1_000)).isEqualTo(100);
    assertThat(failures).as("asked again after a while only").hasSize(2);
    assertThat(told).hasValue(2);
  }

  @Test
  void tellsLaterWhatItCouldNotTell() {
    var away = new java.util.concurrent.atomic.AtomicBoolean(true);
    var process =
        new RateLimiter(
            (tenant, name, use) -> {
              if (away.get()) {
                throw new IllegalStateException("away");
              }
              return shared.settle(tenant, name, use);
            },
            new ConcurrentHashMap<>(),
            clock,
            failures::add);
    accepted(process, bucket, 90);
    away.set(false);
    clock.advance(Duration.ofSeconds(6));

    accepted(process, bucket, 1);

    var other = process(clock);
    accepted(other, bucket, 10);
    assertThat(other.take(bucket, RATE).remaining()).isLessThan(10);
  }

  @Test
  void isHeldUpByAClockThatWasAheadForNoLongerThanTwoBursts() {
    accepted(process(new MutableClock(TestObjects.NOW.plus(Duration.ofDays(1)))), bucket, 10);
    var process = process(clock);

    accepted(process, bucket, 10);
    assertThat(process.take(bucket, RATE).retryAfter()).isLessThan(Duration.ofMinutes(2));

    clock.advance(Duration.ofMinutes(2));
    assertThat(accepted(process, bucket, 50)).isGreaterThanOrEqualTo(50);
  }
}
