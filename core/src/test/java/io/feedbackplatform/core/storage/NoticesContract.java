package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.quota.Notice;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** What {@link io.feedbackplatform.core.quota.Notices} promises. */
abstract class NoticesContract extends StorageContract {

  private static final YearMonth MONTH = YearMonth.of(2026, 11);

  @Test
  void areKeptOnceForEachShareOfEachMonth() {
    var notices = storage.notices();
    var all = new Notice(100, clock.instant());
    var most = new Notice(80, clock.instant().minusSeconds(60));

    assertThat(notices.record(tenant, MONTH, all)).isTrue();
    assertThat(notices.record(tenant, MONTH, most)).isTrue();
    assertThat(notices.record(tenant, MONTH, new Notice(80, clock.instant()))).isFalse();
    assertThat(notices.record(tenant, MONTH.plusMonths(1), most)).isTrue();
    assertThat(notices.record(otherTenant, MONTH, all)).isTrue();

    assertThat(notices.list(tenant, MONTH)).containsExactly(most, all);
    assertThat(notices.list(tenant, MONTH.plusMonths(1))).containsExactly(most);
    assertThat(notices.list(otherTenant, MONTH)).containsExactly(all);
  }
}
