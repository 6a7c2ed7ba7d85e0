package io.feedbackplatform.api.isolation;

import java.util.Map;

/** What an id or a cursor can name. */
enum IdKind {
  TENANT,
  SITE,
  SITE_KEY,
  FEEDBACK,
  CURSOR,
  USER,
  ORIGIN,
  IDEMPOTENCY_KEY;

  /** Where ids stand, by the names that the API gives to these places. */
  private static final Map<String, IdKind> PLACES =
      Map.of(
          "tenantId", TENANT,
          "X-Tenant-Id", TENANT,
          "siteId", SITE,
          "X-Site-Key", SITE_KEY,
          "siteKey", SITE_KEY,
          "feedbackId", FEEDBACK,
          "lastKey", CURSOR,
          "userId", USER,
          "Origin", ORIGIN,
          "Idempotency-Key", IDEMPOTENCY_KEY);

  /** Whether an id or a cursor belongs there, rather than what anybody may say. */
  static boolean isOfId(Place place) {
    var kind = PLACES.get(place.name());
    return kind != null && kind != ORIGIN;
  }

  /** The kind that belongs there, or a site's where anything goes. */
  static IdKind at(Place place) {
    var kind = PLACES.get(place.name());
    if (kind == null && place.part() == Place.Part.PATH) {
      throw new AssertionError(
          "Nobody knows what stands in " + place + ": say so in IdKind, so that it is tried.");
    }
    return kind == null ? SITE : kind;
  }
}
