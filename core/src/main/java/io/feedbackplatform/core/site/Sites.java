package io.feedbackplatform.core.site;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** The sites of each tenant. */
public interface Sites {

  /**
   * Keeps a site as given, in place of an earlier version of it; its former origins are forgotten.
   */
  void save(TenantId tenant, Site site);

  Optional<Site> find(TenantId tenant, SiteId site);

  /** The site together with its tenant; empty when there is not the one or the other. */
  Optional<OwnedSite> findOwned(TenantId tenant, SiteId site);

  /** All sites of a tenant, by name. */
  List<Site> list(TenantId tenant);

  /**
   * Whether any site of any tenant lists this origin. A browser asks before it sends the key, so no
   * tenant is known yet; the answer opens nothing, since the request itself is checked against the
   * key's own site.
   */
  boolean isListed(Origin origin);
}
