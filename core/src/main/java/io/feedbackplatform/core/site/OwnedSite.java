package io.feedbackplatform.core.site;

import io.feedbackplatform.core.tenant.Tenant;

/** A site and the tenant that it belongs to. */
public record OwnedSite(Tenant owner, Site site) {}
