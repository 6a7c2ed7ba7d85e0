package io.feedbackplatform.api.site;

import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;

/** A page that holds the key of a site: it may speak for this site of this tenant, nothing else. */
public record SiteCaller(Tenant owner, Site site) {

  public TenantId tenant() {
    return owner.id();
  }
}
