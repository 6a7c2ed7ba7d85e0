package io.feedbackplatform.admin.sites;

import io.feedbackplatform.admin.api.Site;
import io.feedbackplatform.admin.api.SiteKey;
import java.util.List;

/**
 * A site at one moment, as one of the tenant's members sees it.
 *
 * @param mayManage whether who looks may change it
 */
record SiteState(boolean mayManage, Site site, List<SiteKey> keys) {}
