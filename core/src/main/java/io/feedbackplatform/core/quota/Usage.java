package io.feedbackplatform.core.quota;

import io.feedbackplatform.core.tenant.Tenant;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * How much of a month's quota is used.
 *
 * @param month a calendar month by the tenant's clocks
 * @param feedback pieces submitted in it that are not spam
 */
public record Usage(YearMonth month, long feedback, long quota) {

  /** The shares, in percent, at which a tenant is told. */
  public static final List<Integer> NOTICED = List.of(80, 100);

  /** Whole percent, rounded down: 100 only when all is used. */
  public long percent() {
    return feedback * 100 / quota;
  }

  public boolean isUsedUp() {
    return feedback >= quota;
  }

  static YearMonth monthOf(Tenant tenant, Instant instant) {
    return YearMonth.from(instant.atZone(tenant.settings().timeZone()));
  }
}
