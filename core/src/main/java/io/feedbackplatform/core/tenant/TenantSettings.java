package io.feedbackplatform.core.tenant;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a tenant decides about itself.
 *
 * @param timeZone a region of the IANA time zone database; days and months of the tenant's figures
 *     are those of its clocks
 */
public record TenantSettings(ZoneId timeZone, SentimentBy sentimentBy) {

  /** Without those of System V, which Java knows and the database does not. */
  private static final Set<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> !id.startsWith("SystemV/"))
          .collect(Collectors.toUnmodifiableSet());

  public static final TenantSettings DEFAULT =
      new TenantSettings(ZoneId.of("UTC"), SentimentBy.LEXICON);

  public TenantSettings {
    if (!ZONES.contains(timeZone.getId())) {
      throw new IllegalArgumentException("a tenant's time zone is a region, not an offset");
    }
  }

  /** The time zone of this name, as the IANA database spells it. */
  public static Optional<ZoneId> timeZone(String id) {
    return ZONES.contains(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
  }
}
