package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.quota.Notice;
import io.feedbackplatform.core.quota.Notices;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryNotices implements Notices {

  private record Place(TenantId tenant, YearMonth month, int percent) {}

  private final Map<Place, Notice> notices = new ConcurrentHashMap<>();

  @Override
  public boolean record(TenantId tenant, YearMonth month, Notice notice) {
    return notices.putIfAbsent(new Place(tenant, month, notice.percent()), notice) == null;
  }

  @Override
  public List<Notice> list(TenantId tenant, YearMonth month) {
    return notices.entrySet().stream()
        .filter(
            entry -> entry.getKey().tenant().equals(tenant) && entry.getKey().month().equals(month))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(Notice::percent))
        .toList();
  }
}
