package io.feedbackplatform.api.isolation;

import java.util.Map;

/** What an id or a cursor can name. */
enum IdKind {
  TENANT,
  SITE,
  SITE_KEY,
  FEEDBACK,
  CURSOR,
  AUDIT_CURSOR,
  USER,
  ORIGIN,
  IDEMPOTENCY_KEY,
  API_KEY,
  INVITATION,
  INVITATION_TOKEN,
  OPERATOR_GRANT,
  RECOUNT;

  /**
   * Where ids stand, by the names that the API gives to these places; with a path before it where a
   * name means something else there.
   */
  private static final Map<String, IdKind> PLACES =
      Map.ofEntries(
          Map.entry("tenantId", TENANT),
          Map.entry("X-Tenant-Id", TENANT),
          Map.entry("siteId", SITE),
          Map.entry("X-Site-Key", SITE_KEY),
          Map.entry("siteKey", SITE_KEY),
          Map.entry("feedbackId", FEEDBACK),
          Map.entry("lastKey", CURSOR),
          Map.entry("/audit lastKey", AUDIT_CURSOR),
          Map.entry("/operator/tenants lastKey", TENANT),
          Map.entry("userId", USER),
          Map.entry("Origin", ORIGIN),
          Map.entry("Idempotency-Key", IDEMPOTENCY_KEY),
          Map.entry("keyId", API_KEY),
          Map.entry("invitationId", INVITATION),
          Map.entry("token", INVITATION_TOKEN),
          Map.entry("grantId", OPERATOR_GRANT),
          Map.entry("recountId", RECOUNT));

  /** Whether an id or a cursor belongs there, rather than what anybody may say. */
  static boolean isOfId(Operation operation, Place place) {
    var kind = find(operation.path(), place.name());
    return kind != null && kind != ORIGIN;
  }

  /** The kind that belongs there, or a site's where anything goes. */
  static IdKind at(Operation operation, Place place) {
    var kind = find(operation.path(), place.name());
    if (kind == null && place.part() == Place.Part.PATH) {
      throw new AssertionError(
          "Nobody knows what stands in "
              + place
              + " of "
              + operation.name()
              + ": say so in IdKind.PLACES, so that it is tried; for a new kind, Spares says which of"
              + " them a tenant has, and Ids.ofNobody spells one that nobody has.");
    }
    return kind == null ? SITE : kind;
  }

  /** The kind that the name of a place in this path stands for, if any. */
  static IdKind named(String path, String name) {
    var kind = find(path, name);
    if (kind == null) {
      throw new AssertionError(
          "Nobody knows whose id {"
              + name
              + "} in the body for "
              + path
              + " is: see IdKind.PLACES.");
    }
    return kind;
  }

  /**
   * Whether whoever shows this one there is let in by it: another tenant's is not what they may
   * hold.
   */
  boolean isCredentialIn(Operation operation, Place place) {
    return this == INVITATION_TOKEN && find(operation.path(), place.name()) == this;
  }

  private static IdKind find(String path, String name) {
    return PLACES.getOrDefault(path + " " + name, PLACES.get(name));
  }
}
