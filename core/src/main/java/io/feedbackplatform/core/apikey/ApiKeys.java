package io.feedbackplatform.core.apikey;

import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The API keys of each tenant. */
public interface ApiKeys {

  /**
   * Keeps a new key.
   *
   * @param event that it was made
   * @throws io.feedbackplatform.core.DomainException.TooManyApiKeys when there are {@value
   *     ApiKey#MOST} that are active when this one is made
   */
  void create(TenantId tenant, ApiKey key, AuditEvent event);

  /**
   * Replaces what is kept of a key, but for its last use.
   *
   * @param event what is done by that
   * @return whether it was done; not when the key is not this tenant's or has changed since it was
   *     read
   */
  boolean replace(TenantId tenant, ApiKey before, ApiKey after, AuditEvent event);

  /**
   * Notes that a key is in use. Does nothing when that was noted within the last hour, or when the
   * key is not this tenant's.
   */
  void noteUse(TenantId tenant, ApiKeyId key, Instant at);

  Optional<ApiKey> find(TenantId tenant, ApiKeyId key);

  /** All keys of a tenant, ended ones too, the oldest first. */
  List<ApiKey> list(TenantId tenant);

  /**
   * The key together with its tenant, as they stand now; empty when it was never issued. This is
   * the look-up of a credential, by which a tenant becomes known, and therefore takes none.
   */
  Optional<OwnedApiKey> lookUp(ApiKeyId key);
}
