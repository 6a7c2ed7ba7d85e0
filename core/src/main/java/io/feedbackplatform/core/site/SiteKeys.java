package io.feedbackplatform.core.site;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The publishable keys of sites. What puts one into use or out of it leaves an entry in the
 * tenant's audit.
 */
public interface SiteKeys {

  /**
   * Puts a key into use. Changes nothing when it is in use for the same site.
   *
   * @throws DomainException.NotFound when the tenant has no such site
   * @throws DomainException.TooManySiteKeys when there are {@value SiteKeyInUse#MOST}
   */
  SiteKeyInUse issue(TenantId tenant, SiteId site, SiteKey key, Actor actor);

  /**
   * Puts a key into use in place of a former one, which ends after the overlap.
   *
   * @param overlap 0 to 7 days
   * @throws DomainException.NotFound when the former key is not in use for this site
   * @throws DomainException.SiteKeyReplaced when the former key is about to end already
   * @throws DomainException.TooManySiteKeys when there are {@value SiteKeyInUse#MOST}, and the
   *     former is to go on
   */
  SiteKeyInUse rotate(
      TenantId tenant, SiteId site, SiteKey former, SiteKey next, Duration overlap, Actor actor);

  /**
   * Takes a key out of use.
   *
   * @throws DomainException.NotFound when it is not in use for this site of the tenant
   */
  void revoke(TenantId tenant, SiteId site, SiteKey key, Actor actor);

  /** The keys in use for a site, the oldest first. */
  List<SiteKeyInUse> list(TenantId tenant, SiteId site);

  /**
   * Notes that a key is in use. Does nothing when that was noted within the last hour, or when the
   * key is not in use for this site of the tenant.
   */
  void noteUse(TenantId tenant, SiteId site, SiteKey key, Instant at);

  /**
   * What a key stands for; empty when it was never issued, was revoked or has ended. This is the
   * look-up of a credential, by which a tenant becomes known, and therefore takes none.
   */
  Optional<SiteKeyGrant> find(SiteKey key);
}
