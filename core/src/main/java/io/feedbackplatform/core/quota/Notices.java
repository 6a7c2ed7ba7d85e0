package io.feedbackplatform.core.quota;

import io.feedbackplatform.core.tenant.TenantId;
import java.time.YearMonth;
import java.util.List;

/** What each tenant was told about its quota. */
public interface Notices {

  /**
   * Keeps a notice, of which there is one for each share of each month.
   *
   * @return whether it is new; what is stored wins
   */
  boolean record(TenantId tenant, YearMonth month, Notice notice);

  /** Those of a month, the smallest share first, read consistently. */
  List<Notice> list(TenantId tenant, YearMonth month);
}
