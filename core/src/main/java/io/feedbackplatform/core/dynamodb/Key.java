package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.IdempotencyRecord;
import io.feedbackplatform.core.member.InvitationId;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.operator.OperatorGrantId;
import io.feedbackplatform.core.proof.SpentChallenge;
import io.feedbackplatform.core.recount.FenceMark;
import io.feedbackplatform.core.recount.RecountId;
import io.feedbackplatform.core.site.OriginPattern;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Sorts behind every id that a clock of the next eight thousand years gives. */
  static final String FENCES = "FENCE#";

  /** Partitions of their own: who lists feedback, in whatever version, meets none of them. */
  static Key openedForm(TenantId tenant, String id, int shards) {
    return new Key(openedFormsShard(tenant, Math.floorMod(id.hashCode(), shards)), id);
  }

  static String openedFormsShard(TenantId tenant, int shard) {
    return of(tenant) + OPENED_FORMS + shard;
  }

  private static final String OPENED_FORMS = "O#";

  /** Whether a partition of a tenant holds opened forms. */
  static boolean holdsOpenedForms(String partition) {
    return partition.startsWith(OPENED_FORMS, partition.indexOf('#', TENANT.length()) + 1);
  }

  /** How many partitions a fence goes across: those of feedback, and those of opened forms. */
  static int fenceMarkers(int shards) {
    return 2 * shards;
  }

  /**
   * Beside what it comes behind in the stream.
   *
   * @param number even for partitions of feedback, odd for those of opened forms
   */
  static Key fenceMarker(TenantId tenant, String fence, int number) {
    int shard = number / 2;
    return new Key(
        number % 2 == 0 ? feedbackShard(tenant, shard) : openedFormsShard(tenant, shard),
        FENCES + fence);
  }

  /** The marker of a fence that has this key, if it has one's. */
  static Optional<FenceMark> fenceMark(Key key) {
    if (!key.sort.startsWith(FENCES)) {
      return Optional.empty();
    }
    var shard = Integer.parseInt(key.partition.substring(key.partition.lastIndexOf('#') + 1));
    int number = 2 * shard + (holdsOpenedForms(key.partition) ? 1 : 0);
    return Optional.of(new FenceMark(key.sort.substring(FENCES.length()), number));
  }

  /** Which markers of a tenant's fences were met. */
  static String fences(TenantId tenant) {
    return of(tenant) + "A#fences";
  }

  static Key fencePassed(TenantId tenant, FenceMark mark) {
    return new Key(fences(tenant), mark.fence() + "#" + mark.shard());
  }

  /** The recounts that operators ordered. */
  static String recountOrders(TenantId tenant) {
    return of(tenant) + TableLayout.RECOUNTS;
  }

  static Key recountOrder(TenantId tenant, RecountId id) {
    return new Key(recountOrders(tenant), id.value());
  }

  static Key counter(TenantId tenant, CounterKey counter) {
    var bucket = bucket(counter.bucket());
    return new Key(
        counters(tenant, counter.scope()),
        switch (counter.scope()) {
          case Scope.Tenant(), Scope.Site(_) -> bucket;
          case Scope.Category(var name) -> bucket + "#" + name;
          case Scope.Tag(var name) -> bucket + "#" + name;
        });
  }

  static String counters(TenantId tenant, Scope scope) {
    return of(tenant)
        + COUNTERS
        + switch (scope) {
          case Scope.Tenant() -> ALL;
          case Scope.Site(var id) -> id.value();
          case Scope.Category(_) -> CATEGORIES;
          case Scope.Tag(_) -> TAGS;
        };
  }

  static String counters(TenantId tenant, Facet facet) {
    return counters(tenant, facet.of(""));
  }

  private static final String COUNTERS = "A#";
  private static final String ALL = "all";
  private static final String CATEGORIES = "categories";
  private static final String TAGS = "tags";

  static String bucket(Bucket bucket) {
    return switch (bucket) {
      case Bucket.Total() -> "total";
      case Bucket.Hour(var start) -> {
        var text = start.toString();
        int end = text.startsWith("00", HOUR_LENGTH + 1) ? HOUR_LENGTH : HOUR_LENGTH + 3;
        yield "H#" + text.substring(0, end);
      }
      case Bucket.Day(var date) -> "D#" + date;
      case Bucket.Month(var month) -> "M#" + month;
    };
  }

  private static final int HOUR_LENGTH = "2026-11-22T17".length();
  private static final int DAY_LENGTH = "D#2026-11-22".length();

  /** Which counter an item of the analytics table is. */
  static CounterKey counterKey(Key key) {
    int end = key.partition.indexOf('#', TENANT.length());
    var scope = key.partition.substring(end + 1 + COUNTERS.length());
    return switch (scope) {
      case ALL -> new CounterKey(new Scope.Tenant(), bucketOf(key.sort));
      case CATEGORIES -> new CounterKey(Facet.CATEGORY.of(facetOf(key.sort)), dayOf(key.sort));
      case TAGS -> new CounterKey(Facet.TAG.of(facetOf(key.sort)), dayOf(key.sort));
      default -> new CounterKey(new Scope.Site(new SiteId(scope)), bucketOf(key.sort));
    };
  }

  private static Bucket bucketOf(String sort) {
    return switch (sort.charAt(0)) {
      case 't' -> new Bucket.Total();
      case 'H' -> {
        var hour = sort.substring(2);
        var minute = hour.length() == HOUR_LENGTH ? ":00" : "";
        yield new Bucket.Hour(Instant.parse(hour + minute + ":00Z"));
      }
      case 'D' -> dayOf(sort);
      case 'M' -> new Bucket.Month(YearMonth.parse(sort.substring(2)));
      default -> throw new IllegalStateException("not the key of a counter: " + sort);
    };
  }

  private static Bucket dayOf(String sort) {
    return new Bucket.Day(LocalDate.parse(sort.substring(2, DAY_LENGTH)));
  }

  private static String facetOf(String sort) {
    return sort.substring(DAY_LENGTH + 1);
  }

  /** The pages of one slot of a tenant's ledger: a partition of its own, since many write there. */
  static String ledger(TenantId tenant, String slot) {
    return of(tenant) + "L#" + slot;
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
