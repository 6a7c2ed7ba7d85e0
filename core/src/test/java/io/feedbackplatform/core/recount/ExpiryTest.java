package io.feedbackplatform.core.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feedback lives as long as its tenant wants, an opened form a week. */
class ExpiryTest {

  private static final Counts SENT = Counts.ofOne(5, Sentiment.POSITIVE).allSent();
  private static final Counts OPENED = Counts.oneOpened();

  @ParameterizedTest
  @CsvSource({
    "0, 400, false, true",
    "30, 29, false, true",
    "30, 31, true, true",
    "30, 6, false, false",
    "3, 2, false, false",
    "3, 4, true, false",
    "3, 8, true, true"
  })
  void takesForExpiredWhatMayBe(int retention, int daysAgo, boolean sent, boolean opened) {
    var then = TestObjects.NOW.minus(Duration.ofDays(daysAgo));
    var hour = new Bucket.Hour(then.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
    var expected = (sent ? SENT : Counts.ZERO).plus(opened ? OPENED : Counts.ZERO);

    assertThat(Expiry.of(tenant(retention), TestObjects.NOW).ofSurplus(hour, SENT.plus(OPENED)))
        .isEqualTo(expected);
  }

  @Test
  void beginsATotalWithItsTenant() {
    var total = new Bucket.Total();
    var tenant = tenant(0);
    var made = tenant.createdAt();

    assertThat(Expiry.of(tenant, made.plus(Duration.ofDays(6))).ofSurplus(total, OPENED))
        .isEqualTo(Counts.ZERO);
    assertThat(Expiry.of(tenant, made.plus(Duration.ofDays(8))).ofSurplus(total, SENT.plus(OPENED)))
        .isEqualTo(OPENED);
  }

  private static Tenant tenant(int retentionDays) {
    return new Tenant(TenantId.random(), "Northwind", 1, retentionDays, TestObjects.NOW);
  }
}
