package io.feedbackplatform.core.site;

import io.feedbackplatform.core.tenant.TenantId;

/** What a site key stands for: the site of one tenant. */
public record SiteKeyGrant(TenantId tenant, SiteId site) {}
