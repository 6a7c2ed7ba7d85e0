package io.feedbackplatform.core.site;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** The publishable keys of sites. */
public interface SiteKeys {

  /** Puts a key into use. Does nothing when it is in use for the same site. */
  void issue(TenantId tenant, SiteId site, SiteKey key);

  /** Takes a key out of use. Does nothing when the key is not this tenant's. */
  void revoke(TenantId tenant, SiteKey key);

  /** The keys in use for a site, in no particular order. */
  List<SiteKey> list(TenantId tenant, SiteId site);

  /**
   * What a key stands for; empty when it was never issued or was revoked. This is the look-up of a
   * credential, by which a tenant becomes known, and therefore takes none.
   */
  Optional<SiteKeyGrant> find(SiteKey key);
}
