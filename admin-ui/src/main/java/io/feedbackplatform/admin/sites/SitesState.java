package io.feedbackplatform.admin.sites;

import io.feedbackplatform.admin.api.Site;
import java.util.List;

/**
 * A tenant's sites at one moment, as one of its members sees them.
 *
 * @param mayManage whether who looks may change them
 */
record SitesState(boolean mayManage, List<Site> sites) {}
