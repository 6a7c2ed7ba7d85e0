package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.router.QueryParameters;
import io.feedbackplatform.admin.api.FiguresClient.Question;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of the figures is on screen, as the address says it.
 *
 * @param siteId null for all sites
 */
record Choice(Period period, @Nullable String siteId) {
  static final Choice FIRST = new Choice(Period.DAYS, null);
  private static final String PERIOD = "period";
  private static final String SITE = "siteId";

  static Choice of(QueryParameters asked) {
    return new Choice(
        Period.of(asked.getSingleParameter(PERIOD).orElse("")),
        asked.getSingleParameter(SITE).filter(id -> !id.isBlank()).orElse(null));
  }

  QueryParameters parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(PERIOD, period.key());
    if (siteId != null) {
      parameters.put(SITE, siteId);
    }
    return QueryParameters.simple(parameters);
  }

  Question question(Instant now, ZoneId zone) {
    return new Question(period.granularity(), period.from(now, zone), siteId);
  }
}
