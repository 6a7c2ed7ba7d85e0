package io.feedbackplatform.admin.inbox;

import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.api.FiguresClient;
import io.feedbackplatform.admin.api.SettingsClient;
import io.feedbackplatform.admin.api.SitesClient;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the API for the tenant's own words: its sites, its time zone, its tags. */
@Component
final class Vocabulary {
  private static final Logger LOG = LoggerFactory.getLogger(Vocabulary.class);

  private final SitesClient sites;
  private final SettingsClient settings;
  private final FiguresClient figures;

  Vocabulary(SitesClient sites, SettingsClient settings, FiguresClient figures) {
    this.figures = figures;
    this.sites = sites;
    this.settings = settings;
  }

  /** What can be known now; a filter works without names, too. */
  FilterNames names(Caller caller) {
    try {
      return new FilterNames(sites.list(caller), zone(settings.get(caller).timeZone()));
    } catch (ApiException later) {
      LOG.debug("no names for filters", later);
      return FilterNames.UNKNOWN;
    }
  }

  /** The tags in use. */
  List<String> tags(Caller caller) {
    return figures.tags(caller);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unheardOf) {
      return ZoneId.of("UTC");
    }
  }
}
