package io.feedbackplatform.admin.inbox;

import io.feedbackplatform.admin.api.Site;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What it takes to say a filter in words.
 *
 * @param zone by whose clocks the tenant's days go
 */
record FilterNames(List<Site> sites, ZoneId zone) {
  static final FilterNames UNKNOWN = new FilterNames(List.of(), ZoneId.of("UTC"));

  Optional<Site> site(String siteId) {
    return sites.stream().filter(site -> site.siteId().equals(siteId)).findFirst();
  }
}
