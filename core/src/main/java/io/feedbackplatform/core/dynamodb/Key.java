package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Granularity;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.IdempotencyRecord;
import io.feedbackplatform.core.member.InvitationId;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.operator.OperatorGrantId;
import io.feedbackplatform.core.proof.SpentChallenge;
import io.feedbackplatform.core.site.OriginPattern;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of an item. What a tenant owns lies in partitions that begin with {@code
 * T#<tenant>#}; the terminator and the id's fixed length keep any tenant from being a prefix of
 * another, so that a policy on leading keys can tell them apart.
 */
record Key(String partition, String sort) {

  private static final String TENANT = "T#";

  Map<String, AttributeValue> attributes() {
    return Map.of(
        TableLayout.PARTITION_KEY, AttributeValue.fromS(partition),
        TableLayout.SORT_KEY, AttributeValue.fromS(sort));
  }

  static Key of(Item item) {
    return new Key(
        item.requiredText(TableLayout.PARTITION_KEY), item.requiredText(TableLayout.SORT_KEY));
  }

  static Key tenant(TenantId tenant) {
    return new Key(of(tenant), "TENANT");
  }

  /** By which request the tenant was made. */
  static Key provisioning(TenantId tenant) {
    return new Key(of(tenant), "PROVISIONING");
  }

  static final String OPERATOR_GRANTS = "GRANT#";

  static Key operatorGrant(TenantId tenant, OperatorGrantId grant) {
    return new Key(of(tenant), OPERATOR_GRANTS + grant);
  }

  /** All tenants, for operators: a partition of no tenant. */
  static final String REGISTER = "R#TENANTS";

  static Key registered(TenantId tenant) {
    return new Key(REGISTER, tenant.value());
  }

  /** The tenants that are to be removed, in the order of their dates. */
  static final String REMOVALS = "R#REMOVALS";

  static Key removal(TenantId tenant, Instant dueAt) {
    return new Key(REMOVALS, removalsBefore(dueAt) + tenant);
  }

  static String removalsBefore(Instant instant) {
    return "%013d#".formatted(instant.toEpochMilli());
  }

  static Key site(TenantId tenant, SiteId site) {
    return new Key(of(tenant), SITES + site);
  }

  static final String SITES = "SITE#";

  static Key siteKeyOfSite(TenantId tenant, SiteId site, SiteKey key) {
    return new Key(of(tenant), siteKeysOf(site) + key.value());
  }

  static String siteKeysOf(SiteId site) {
    return "SITEKEY#" + site + "#";
  }

  static final String API_KEYS = "APIKEY#";

  static Key apiKey(TenantId tenant, ApiKeyId key) {
    return new Key(of(tenant), API_KEYS + key);
  }

  static Key member(TenantId tenant, UserId user) {
    return new Key(of(tenant), MEMBERS + user);
  }

  static final String MEMBERS = "MEMBER#";

  static Key invitation(TenantId tenant, InvitationId invitation) {
    return new Key(of(tenant), INVITATIONS + invitation);
  }

  static final String INVITATIONS = "INVITATION#";

  static Key invitationRate(TenantId tenant) {
    return new Key(of(tenant), "INVITED");
  }

  /** The look-up of a credential, which no tenant's partition can hold. */
  static Key invitationToken(String hash) {
    return new Key("V#" + hash, "-");
  }

  /** A partition of its own: a chain only ever grows. */
  private static String audit(TenantId tenant) {
    return of(tenant) + "AUDIT";
  }

  static Key auditEntry(TenantId tenant, long sequence) {
    return new Key(audit(tenant), "%016d".formatted(sequence));
  }

  /** Sorts behind every entry. */
  static Key auditHead(TenantId tenant) {
    return new Key(audit(tenant), "HEAD");
  }

  /** A partition of its own for each record: a busy tenant's must not share one. */
  static Key idempotency(TenantId tenant, IdempotencyRecord record) {
    return new Key(of(tenant) + "I#" + record.site() + "#" + record.key().value(), "-");
  }

  /** A partition of its own for each, too. */
  static Key spentChallenge(TenantId tenant, SpentChallenge spent) {
    return new Key(of(tenant) + "P#" + spent.site() + "#" + spent.challenge(), "-");
  }

  static Key notice(TenantId tenant, YearMonth month, int percent) {
    return new Key(of(tenant), noticesOf(month) + "%03d".formatted(percent));
  }

  static String noticesOf(YearMonth month) {
    return "NOTICE#" + month + "#";
  }

  /** A partition of its own for each bucket, which many processes write to. */
  static Key bucket(TenantId tenant, String bucket) {
    return new Key(of(tenant) + "R#" + bucket, "-");
  }

  /** The look-up of a credential, which no tenant's partition can hold. */
  static Key siteKey(SiteKey key) {
    return new Key("K#" + key.value(), "-");
  }

  /** The look-up of a credential, too. */
  static Key apiKey(ApiKeyId key) {
    return new Key("AK#" + key, "-");
  }

  static String origin(OriginPattern origin) {
    return "O#" + origin;
  }

  static Key originOfSite(OriginPattern origin, TenantId tenant, SiteId site) {
    return new Key(origin(origin), of(tenant) + site);
  }

  static Key feedback(TenantId tenant, FeedbackId id, int shards) {
    return new Key(feedbackShard(tenant, Math.floorMod(id.value().hashCode(), shards)), id.value());
  }

  static String feedbackShard(TenantId tenant, int shard) {
    return of(tenant) + "F#" + shard;
  }

  static Key counter(TenantId tenant, CounterKey counter) {
    return new Key(counters(tenant, counter.scope()), bucket(counter.bucket()));
  }

  static String counters(TenantId tenant, Scope scope) {
    return of(tenant)
        + "A#"
        + switch (scope) {
          case Scope.Tenant() -> "all";
          case Scope.Site(var id) -> id.value();
        };
  }

  static String bucket(Bucket bucket) {
    return switch (bucket) {
      case Bucket.Total() -> "total";
      case Bucket.Period(var granularity, var start) -> period(granularity, start);
    };
  }

  private static String period(Granularity granularity, Instant start) {
    var text = start.toString();
    return switch (granularity) {
      case HOUR -> "H#" + text.substring(0, "2026-11-22T17".length());
      case DAY -> "D#" + text.substring(0, "2026-11-22".length());
      case MONTH -> "M#" + text.substring(0, "2026-11".length());
    };
  }

  static Instant periodStart(String sort) {
    var text = sort.substring(2);
    return switch (sort.charAt(0)) {
      case 'H' -> Instant.parse(text + ":00:00Z");
      case 'D' -> Instant.parse(text + "T00:00:00Z");
      case 'M' -> Instant.parse(text + "-01T00:00:00Z");
      default -> throw new IllegalStateException("not the key of a period: " + sort);
    };
  }

  static Key ledger(TenantId tenant, String eventId) {
    return new Key(of(tenant) + "L#" + eventId, "-");
  }

  /**
   * The partitions of a tenant in the table of tenants whose names can be told: what lies in others
   * has to expire by itself, and soon, or it would outlive the tenant.
   */
  static List<String> partitions(TenantId tenant) {
    return List.of(of(tenant), audit(tenant));
  }

  /** Every partition of a tenant begins with this. */
  static String of(TenantId tenant) {
    return TENANT + tenant + "#";
  }

  /** The tenant that a partition belongs to. */
  static TenantId tenantOf(String partition) {
    int end = partition.indexOf('#', TENANT.length());
    if (!partition.startsWith(TENANT) || end < 0) {
      throw new IllegalStateException("not a partition of a tenant");
    }
    return new TenantId(partition.substring(TENANT.length(), end));
  }
}
