package io.feedbackplatform.core.tenant;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant decides about itself.
 *
 * @param timeZone a region of the IANA time zone database; days and months of the tenant's figures
 *     are those of its clocks
 * @param sentimentBySince when it was decided who judges; absent when it never was, and then nobody
 *     but the platform itself does
 */
public record TenantSettings(
    ZoneId timeZone, SentimentBy sentimentBy, @Nullable Instant sentimentBySince) {

  /** Without those of System V, which Java knows and the database does not. */
  private static final Set<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> !id.startsWith("SystemV/"))
          .collect(Collectors.toUnmodifiableSet());

  public static final TenantSettings DEFAULT =
      new TenantSettings(ZoneId.of("UTC"), SentimentBy.LEXICON);

  public TenantSettings(ZoneId timeZone, SentimentBy sentimentBy) {
    this(timeZone, sentimentBy, null);
  }

  public TenantSettings {
    if (!ZONES.contains(timeZone.getId())) {
      throw new IllegalArgumentException("a tenant's time zone is a region, not an offset");
    }
  }

  /**
   * With the judge of what comes from now on; the same judge goes on as before, if it is known
   * since when.
   */
  TenantSettings judgedBy(SentimentBy other, Instant now) {
    boolean undated = other == SentimentBy.COMPREHEND && sentimentBySince == null;
    return other == sentimentBy && !undated
        ? this
        : new TenantSettings(timeZone, other, now.truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * Whether feedback that came then is for Amazon Comprehend; none is that came before the choice.
   */
  public boolean isForComprehend(Instant came) {
    return sentimentBy == SentimentBy.COMPREHEND
        && sentimentBySince != null
        && !came.isBefore(sentimentBySince);
  }

  /** The time zone of this name, as the IANA database spells it. */
  public static Optional<ZoneId> timeZone(String id) {
    return ZONES.contains(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
  }
}
