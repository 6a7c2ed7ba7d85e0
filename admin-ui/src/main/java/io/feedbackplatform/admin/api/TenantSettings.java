package io.feedbackplatform.admin.api;

import java.util.Objects;

/**
 * What a tenant has settled for itself.
 *
 * @param timeZone by whose clocks its days and months go, a region of the IANA database or UTC
 * @param sentimentBy who judges the mood of its feedback: lexicon or comprehend
 */
public record TenantSettings(String timeZone, String sentimentBy) {
  public TenantSettings {
    timeZone = Objects.requireNonNullElse(timeZone, "UTC");
    sentimentBy = Objects.requireNonNullElse(sentimentBy, "lexicon");
  }
}
