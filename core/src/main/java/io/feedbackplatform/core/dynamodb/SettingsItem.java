package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.tenant.SentimentBy;
import io.feedbackplatform.core.tenant.TenantSettings;
import java.time.ZoneId;

/** The attributes of a tenant's settings; items from before there were any hold the defaults. */
final class SettingsItem {

  private static final String TIME_ZONE = "timeZone";
  private static final String SENTIMENT_BY = "sentimentBy";
  private static final String SENTIMENT_BY_SINCE = "sentimentBySince";

  private SettingsItem() {}

  static void add(Item item, TenantSettings settings) {
    item.with(TIME_ZONE, settings.timeZone().getId()).with(SENTIMENT_BY, settings.sentimentBy());
    var since = settings.sentimentBySince();
    if (since != null) {
      item.with(SENTIMENT_BY_SINCE, since);
    }
  }

  static TenantSettings toSettings(Item item) {
    var zone = item.text(TIME_ZONE);
    return zone == null
        ? TenantSettings.DEFAULT
        : new TenantSettings(
            ZoneId.of(zone),
            item.constant(SENTIMENT_BY, SentimentBy.class),
            item.instantOrNull(SENTIMENT_BY_SINCE));
  }
}
