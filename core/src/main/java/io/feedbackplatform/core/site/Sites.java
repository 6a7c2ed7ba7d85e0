package io.feedbackplatform.core.site;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The sites of each tenant. What changes one leaves an entry in the tenant's audit. */
public interface Sites {

  /**
   * Keeps a site as given, in place of an earlier version of it; its former origins are forgotten.
   *
   * @throws DomainException.TooManySites when the site is new and there are {@value
   *     Site#MOST_SITES}
   */
  void save(TenantId tenant, Site site, Actor actor);

  /**
   * Changes a site as it is now, whoever else changes it at the same time.
   *
   * @param change keeps the site's id; may be asked several times
   * @return the changed site
   * @throws DomainException.NotFound when the tenant has no such site
   */
  Site change(TenantId tenant, SiteId site, UnaryOperator<Site> change, Actor actor);

  Optional<Site> find(TenantId tenant, SiteId site);

  /** The site together with its tenant; empty when there is not the one or the other. */
  Optional<OwnedSite> findOwned(TenantId tenant, SiteId site);

  /** All sites of a tenant, by name. */
  List<Site> list(TenantId tenant);

  /**
   * Whether any site of any tenant allows this origin. A browser asks before it sends the key, so
   * no tenant is known yet; the answer opens nothing, since the request itself is checked against
   * the key's own site.
   */
  boolean isListed(Origin origin);
}
