package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.audit.Audit;
import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.audit.AuditPage;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one audited change at a time. */
final class InMemoryAudit implements Audit {

  private final Map<TenantId, NavigableMap<Long, AuditEntry>> chains = new ConcurrentHashMap<>();
  private final Map<TenantId, AuditHead> heads = new ConcurrentHashMap<>();

  /**
   * @param event null when nothing changes
   */
  record Change<R>(R result, @Nullable AuditEvent event, Runnable effect) {

    static <R> Change<R> none(R result) {
      return new Change<>(result, null, () -> {});
    }
  }

  synchronized <R> R write(TenantId tenant, Supplier<Change<R>> decision) {
    var change = decision.get();
    if (change.event() != null) {
      change.effect().run();
      var entry = AuditEntry.after(tenant, head(tenant).orElse(AuditHead.NONE), change.event());
      chain(tenant).put(entry.sequence(), entry);
      heads.put(tenant, entry.asHead());
    }
    return change.result();
  }

  @Override
  public synchronized AuditPage list(TenantId tenant, int limit, @Nullable Long before) {
    var entries =
        before == null ? chain(tenant) : chain(tenant).headMap(before, /* inclusive= */ false);
    return AuditPage.of(
        entries.descendingMap().values().stream().limit(limit + 1L).toList(), limit);
  }

  @Override
  public synchronized Stream<AuditEntry> entries(TenantId tenant) {
    return new ArrayList<>(chain(tenant).values()).stream();
  }

  @Override
  public synchronized Stream<AuditEntry> entries(TenantId tenant, long from) {
    return new ArrayList<>(chain(tenant).tailMap(from, /* inclusive= */ true).values()).stream();
  }

  @Override
  public Optional<AuditHead> head(TenantId tenant) {
    return Optional.ofNullable(heads.get(tenant));
  }

  /** As somebody would who is past all rules. */
  synchronized void forge(TenantId tenant, long sequence, @Nullable AuditEntry entry) {
    if (entry == null) {
      chain(tenant).remove(sequence);
    } else {
      chain(tenant)
          .put(sequence, new AuditEntry(sequence, entry.event(), entry.previous(), entry.hash()));
    }
  }

  void forge(TenantId tenant, AuditHead head) {
    heads.put(tenant, head);
  }

  private NavigableMap<Long, AuditEntry> chain(TenantId tenant) {
    return chains.computeIfAbsent(tenant, id -> new TreeMap<>());
  }
}
