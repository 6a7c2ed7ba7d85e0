package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.apikey.ApiKey;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeys;
import io.feedbackplatform.core.apikey.OwnedApiKey;
import io.feedbackplatform.core.member.UserId;
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

  @Override
  public void create(TenantId tenant, ApiKey key, UserId by) {
    if (keys.putIfAbsent(key.id(), new OwnedApiKey(tenant, key)) != null) {
      throw new IllegalStateException("there is such a key");
    }
  }

  @Override
  public boolean replace(TenantId tenant, ApiKey before, ApiKey after, UserId by) {
    var current = keys.get(before.id());
    if (current == null
        || !current.owner().equals(tenant)
        || current.key().version() != before.version()) {
      return false;
    }
    var lastUsedAt = current.key().lastUsedAt();
    var next = lastUsedAt == null ? after : after.usedAt(lastUsedAt);
    return keys.replace(before.id(), current, new OwnedApiKey(tenant, next));
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
