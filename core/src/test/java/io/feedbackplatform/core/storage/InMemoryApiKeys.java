package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.apikey.ApiKey;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeys;
import io.feedbackplatform.core.apikey.OwnedApiKey;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.storage.InMemoryAudit.Change;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryApiKeys implements ApiKeys {

  private final Map<ApiKeyId, OwnedApiKey> keys = new ConcurrentHashMap<>();
  private final InMemoryAudit audit;

  InMemoryApiKeys(InMemoryAudit audit) {
    this.audit = audit;
  }

  @Override
  public void create(TenantId tenant, ApiKey key, AuditEvent event) {
    audit.write(
        tenant,
        () -> {
          if (keys.containsKey(key.id())) {
            throw new IllegalStateException("there is such a key");
          }
          ApiKey.requireRoom(list(tenant), key.createdAt());
          return new Change<>(key, event, () -> keys.put(key.id(), new OwnedApiKey(tenant, key)));
        });
  }

  @Override
  public boolean replace(TenantId tenant, ApiKey before, ApiKey after, AuditEvent event) {
    return audit.write(
        tenant,
        () ->
            find(tenant, before.id())
                .filter(current -> current.version() == before.version())
                .map(current -> new Change<>(true, event, () -> change(tenant, after)))
                .orElseGet(() -> Change.none(false)));
  }

  private void change(TenantId tenant, ApiKey after) {
    keys.computeIfPresent(
        after.id(),
        (id, current) -> {
          var lastUsedAt = current.key().lastUsedAt();
          return new OwnedApiKey(tenant, lastUsedAt == null ? after : after.usedAt(lastUsedAt));
        });
  }

  @Override
  public void noteUse(TenantId tenant, ApiKeyId id, Instant at) {
    var now = at.truncatedTo(ChronoUnit.SECONDS);
    keys.computeIfPresent(
        id,
        (same, owned) ->
            owned.owner().equals(tenant) && owned.key().isUseUnnotedAt(now)
                ? new OwnedApiKey(tenant, owned.key().usedAt(now))
                : owned);
  }

  @Override
  public Optional<ApiKey> find(TenantId tenant, ApiKeyId id) {
    return lookUp(id).filter(owned -> owned.owner().equals(tenant)).map(OwnedApiKey::key);
  }

  @Override
  public List<ApiKey> list(TenantId tenant) {
    return keys.values().stream()
        .filter(owned -> owned.owner().equals(tenant))
        .map(OwnedApiKey::key)
        .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(key -> key.id().value()))
        .toList();
  }

  @Override
  public Optional<OwnedApiKey> lookUp(ApiKeyId id) {
    return Optional.ofNullable(keys.get(id));
  }
}
