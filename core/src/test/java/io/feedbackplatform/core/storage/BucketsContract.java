package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.limit.SharedBuckets.Settled;
import io.feedbackplatform.core.limit.SharedBuckets.Use;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link io.feedbackplatform.core.limit.SharedBuckets} promises. */
abstract class BucketsContract extends StorageContract {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Settled settle(TenantId of, String bucket, Duration span, boolean isFlowing) {
    var now = clock.instant();
    return storage
        .buckets()
        .settle(
            of,
            bucket,
            new Use(now, span, now.plus(span), now.plus(Duration.ofHours(1)), isFlowing));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void addsToAFlowThatLastsAndBeginsOneThatDoesNot(boolean guess) {
    Instant begun = clock.instant();

    assertThat(settle(tenant, "team", MINUTE, guess))
        .isEqualTo(new Settled(begun.plusSeconds(60), false));
    assertThat(settle(tenant, "team", MINUTE, guess))
        .isEqualTo(new Settled(begun.plusSeconds(120), true));

    clock.advance(Duration.ofSeconds(90));
    assertThat(settle(tenant, "team", MINUTE, guess))
        .isEqualTo(new Settled(begun.plusSeconds(180), true));

    clock.advance(Duration.ofSeconds(90));
    assertThat(settle(tenant, "team", MINUTE, guess))
        .isEqualTo(new Settled(begun.plusSeconds(240), false));
  }

  @Test
  void keepsNanoseconds() {
    var now = Instant.parse("2026-11-22T17:30:00.123456789Z");
    var use = new Use(now, Duration.ofNanos(1), now.plusNanos(1), now.plusSeconds(1), false);

    assertThat(storage.buckets().settle(tenant, "team", use).until()).isEqualTo(now.plusNanos(1));
  }

  @Test
  void countsWhatWasUsedAloneFromWhenItWasUsed() {
    var now = clock.instant();
    var longAgo = new Use(now, MINUTE, now.plusSeconds(1), now.plusSeconds(600), false);

    assertThat(storage.buckets().settle(tenant, "team", longAgo).until())
        .isEqualTo(now.plusSeconds(1));
  }

  @Test
  void keepsTenantsAndBucketsApart() {
    settle(tenant, "team", MINUTE, false);
    settle(tenant, "team", MINUTE, false);

    assertThat(settle(otherTenant, "team", MINUTE, true).wasFlowing()).isFalse();
    assertThat(settle(tenant, "pages", MINUTE, true).wasFlowing()).isFalse();
    assertThat(settle(tenant, "team", MINUTE, true).wasFlowing()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void believesNoClockThatWasFarAhead(boolean guess) {
    var now = clock.instant();
    clock.advance(Duration.ofDays(1));
    settle(tenant, "team", MINUTE, false);
    clock.advance(Duration.ofDays(-1));

    assertThat(settle(tenant, "team", MINUTE, guess).until()).isEqualTo(now.plusSeconds(3600));
    clock.advance(Duration.ofHours(1));
    assertThat(settle(tenant, "team", MINUTE, guess).wasFlowing()).isFalse();
  }
}
