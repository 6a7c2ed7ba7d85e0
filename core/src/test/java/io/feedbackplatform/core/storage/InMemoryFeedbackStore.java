package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.feedback.Creation;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.FeedbackPage;
import io.feedbackplatform.core.feedback.FeedbackStore;
import io.feedbackplatform.core.feedback.IdempotencyKey;
import io.feedbackplatform.core.feedback.IdempotencyRecord;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

final class InMemoryFeedbackStore implements FeedbackStore {

  private record Name(TenantId tenant, SiteId site, IdempotencyKey key) {}

  private record Promise(IdempotencyRecord record, Feedback first) {}

  private final Clock clock;
  private final Map<TenantId, NavigableMap<FeedbackId, Feedback>> feedback = new HashMap<>();
  private final Map<Name, Promise> promises = new HashMap<>();

  InMemoryFeedbackStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Creation create(
      TenantId tenant, Feedback created, @Nullable IdempotencyRecord record) {
    if (record != null) {
      var name = new Name(tenant, record.site(), record.key());
      var promise = promises.get(name);
      if (promise != null && promise.record().expiresAt().isAfter(clock.instant())) {
        return promise.record().fingerprint().equals(record.fingerprint())
            ? new Creation.Repeated(promise.first())
            : new Creation.KeyReused();
      }
      promises.put(name, new Promise(record, created));
    }
    ofTenant(tenant).put(created.id(), created);
    return new Creation.Created();
  }

  @Override
  public synchronized Optional<Feedback> find(TenantId tenant, FeedbackId id) {
    return Optional.ofNullable(ofTenant(tenant).get(id)).filter(this::isLive);
  }

  @Override
  public synchronized FeedbackPage list(TenantId tenant, int limit, @Nullable FeedbackId after) {
    var older = after == null ? ofTenant(tenant) : ofTenant(tenant).headMap(after, false);
    var read = older.descendingMap().values().stream().limit(limit + 1L).toList();
    return FeedbackPage.of(read, limit, clock.instant());
  }

  private boolean isLive(Feedback item) {
    return !item.isExpiredAt(clock.instant());
  }

  private NavigableMap<FeedbackId, Feedback> ofTenant(TenantId tenant) {
    return feedback.computeIfAbsent(tenant, id -> new TreeMap<>());
  }
}
