package io.feedbackplatform.ops.record;

import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.Suspect;
import io.feedbackplatform.ops.record.RollbackRecord.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Records as items of the operations table. Instants are texts in ISO 8601; times that conditions
 * compare are numbers, in milliseconds; the time to live is in seconds, as DynamoDB wants it.
 */
final class RecordItems {

  static final String KNOWN_GOOD = "KNOWN_GOOD";
  static final String ROLLBACK = "ROLLBACK";
  static final String FROZEN = "FROZEN";
  static final String AUDIT = "AUDIT";
  static final String PAGE = "PAGE";
  static final String WATCH = "WATCH";

  /** Over a year: what happened a year ago this week can still be looked up. */
  private static final Duration AUDIT_KEPT = Duration.ofDays(400);

  private RecordItems() {}

  static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", text(partition), "sk", text(sort));
  }

  /** Digits in full, so that the order of the texts is that of the numbers. */
  static String sortKey(PublishedVersion version) {
    return String.format("%019d", version.number());
  }

  static Map<String, AttributeValue> item(KnownGood good) {
    var item = new HashMap<>(key(KNOWN_GOOD, sortKey(good.version())));
    item.put("version", text(good.version().toString()));
    item.put("codeSha256", text(good.codeSha256()));
    item.put("markedAt", text(good.markedAt().toString()));
    return item;
  }

  static KnownGood knownGood(Map<String, AttributeValue> item) {
    return new KnownGood(
        PublishedVersion.parse(text(item, "version")),
        text(item, "codeSha256"),
        Instant.parse(text(item, "markedAt")));
  }

  static Map<String, AttributeValue> item(RollbackRecord rollback) {
    var item = new HashMap<>(key(ROLLBACK, rollback.suspect().id()));
    put(item, "codeSha256", rollback.codeSha256());
    item.put("toVersion", text(rollback.to().toString()));
    put(item, "revisionId", rollback.revisionId());
    item.put("alarm", text(rollback.alarm()));
    item.put("decidedAt", text(rollback.decidedAt().toString()));
    item.put("progress", text(rollback.progress().name()));
    return item;
  }

  static RollbackRecord rollback(Map<String, AttributeValue> item) {
    return new RollbackRecord(
        Suspect.parse(text(item, "sk")),
        optional(item, "codeSha256"),
        PublishedVersion.parse(text(item, "toVersion")),
        optional(item, "revisionId"),
        text(item, "alarm"),
        Instant.parse(text(item, "decidedAt")),
        Progress.valueOf(text(item, "progress")));
  }

  static Map<String, AttributeValue> item(FrozenBuild build) {
    var item = new HashMap<>(key(FROZEN, build.codeSha256()));
    item.put("reason", text(build.reason()));
    item.put("since", text(build.since().toString()));
    return item;
  }

  static FrozenBuild frozen(Map<String, AttributeValue> item) {
    return new FrozenBuild(
        text(item, "sk"), text(item, "reason"), Instant.parse(text(item, "since")));
  }

  static Map<String, AttributeValue> item(AuditEntry entry) {
    var item = new HashMap<>(key(AUDIT, entry.at() + "#" + entry.key()));
    item.put("at", text(entry.at().toString()));
    item.put("key", text(entry.key()));
    item.put("outcome", text(entry.outcome()));
    put(item, "alarm", entry.alarm());
    put(item, "fromVersion", entry.from());
    put(item, "toVersion", entry.to());
    item.put("detail", text(entry.detail()));
    item.put("expiresAt", number(entry.at().plus(AUDIT_KEPT).getEpochSecond()));
    return item;
  }

  static AuditEntry audit(Map<String, AttributeValue> item) {
    return new AuditEntry(
        Instant.parse(text(item, "at")),
        text(item, "key"),
        text(item, "outcome"),
        optional(item, "alarm"),
        optional(item, "fromVersion"),
        optional(item, "toVersion"),
        text(item, "detail"));
  }

  static Map<String, AttributeValue> item(String alias, Baking baking) {
    var item = new HashMap<>(key(WATCH, alias));
    item.put("version", text(baking.version().toString()));
    item.put("revisionId", text(baking.revisionId()));
    item.put("since", text(baking.since().toString()));
    return item;
  }

  static Baking baking(Map<String, AttributeValue> item) {
    return new Baking(
        PublishedVersion.parse(text(item, "version")),
        text(item, "revisionId"),
        Instant.parse(text(item, "since")));
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static void put(Map<String, AttributeValue> item, String name, @Nullable String value) {
    if (value != null) {
      item.put(name, text(value));
    }
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    var value = optional(item, name);
    if (value == null) {
      throw new IllegalStateException("an item of the operations table has no " + name);
    }
    return value;
  }

  private static @Nullable String optional(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    return value == null ? null : value.s();
  }
}
