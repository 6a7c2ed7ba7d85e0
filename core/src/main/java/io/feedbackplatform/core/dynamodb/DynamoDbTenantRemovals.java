package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.feedback.SubmitFeedback;
import io.feedbackplatform.core.operator.RegisteredTenant;
import io.feedbackplatform.core.operator.TenantRemovals;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Removes partition by partition, by queries alone. Feedback goes first; counters, which its stream
 * still changes, when the stream has forgotten it. What nobody can list expires by itself:
 * idempotency records, spent challenges, buckets and the ledger of what was counted. The tenant
 * itself goes when all of that has, so that its grave stands on nothing.
 */
final class DynamoDbTenantRemovals implements TenantRemovals {

  /** How long a stream remembers. */
  static final Duration STREAM_MEMORY = Duration.ofHours(24);

  /**
   * After which nothing that expires by itself can be left. Idempotency records last longest: no
   * submission was taken since the deletion was scheduled. The ledger's last row is written when
   * the stream is about to forget, and lasts 48 hours.
   */
  static final Duration LONGEST_EXPIRY = SubmitFeedback.IDEMPOTENCY_RETENTION;

  private static final String FEEDBACK_GONE_AT = "feedbackGoneAt";

  private final DynamoDbTable feedback;
  private final DynamoDbTable analytics;
  private final DynamoDbTable table;
  private final ItemRemoval items;
  private final Clock clock;

  DynamoDbTenantRemovals(
      DynamoDbTable feedback, DynamoDbTable analytics, DynamoDbTable table, Clock clock) {
    this.feedback = feedback;
    this.analytics = analytics;
    this.table = table;
    this.items = new ItemRemoval(table);
    this.clock = clock;
  }

  @Override
  public List<TenantId> due() {
    var end = Key.removalsBefore(clock.instant().plusMillis(1));
    return table
        .query(request ->
            request
                .keyConditionExpression("pk = :pk AND sk < :end")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(Key.REMOVALS),
                        ":end", AttributeValue.fromS(end)))
                .consistentRead(true))
        .map(item -> {
          var sort = item.requiredText(TableLayout.SORT_KEY);
          return new TenantId(sort.substring(sort.indexOf('#') + 1));
        })
        .toList();
  }

  @Override
  public boolean begin(TenantId tenant) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var deletion =
        table
            .get(Key.tenant(tenant))
            .map(item -> TenantItem.toTenant(tenant, item))
            .map(Tenant::deletion)
            .orElse(null);
    if (deletion == null || !deletion.isDueAt(now)) {
      return false;
    }
    if (deletion.startedAt() != null) {
      return true;
    }
    try {
      table
          .client()
          .updateItem(request ->
              request
                  .tableName(table.name())
                  .key(Key.tenant(tenant).attributes())
                  .updateExpression("SET " + TenantItem.DELETION_STARTED_AT + " = :now")
                  .conditionExpression(TenantItem.DELETION_DUE_AT + " = :due")
                  .expressionAttributeValues(
                      Map.of(
                          ":now", AttributeValue.fromS(now.toString()),
                          ":due", AttributeValue.fromS(deletion.dueAt().toString()))));
      return true;
    } catch (ConditionalCheckFailedException cancelled) {
      return false;
    }
  }

  @Override
  public Left removeSome(TenantId id) {
    var item = table.get(Key.tenant(id));
    if (item.isEmpty()) {
      return Left.NOTHING;
    }
    var tenant = TenantItem.toTenant(id, item.get());
    if (tenant.deletion() == null || tenant.deletion().startedAt() == null) {
      throw new IllegalStateException("the removal of this tenant has not begun");
    }
    for (int shard = 0; shard < tenant.writeShards(); shard++) {
      if (items.removeSome(feedback, Key.feedbackShard(id, shard))
          || items.removeSome(feedback, Key.openedFormsShard(id, shard))) {
        return Left.MORE;
      }
    }
    var goneAt = item.get().instantOrNull(FEEDBACK_GONE_AT);
    if (goneAt == null) {
      noteFeedbackGone(id);
      return Left.LATER;
    }
    if (clock.instant().isBefore(goneAt.plus(STREAM_MEMORY))) {
      return Left.LATER;
    }
    for (var partition : counters(id)) {
      if (items.removeSome(analytics, partition)) {
        return Left.MORE;
      }
    }
    for (var partition : Key.partitions(id)) {
      if (items.removeSome(table, partition)) {
        return Left.MORE;
      }
    }
    if (clock.instant().isBefore(goneAt.plus(LONGEST_EXPIRY))) {
      return Left.LATER;
    }
    bury(tenant);
    return Left.NOTHING;
  }

  private List<String> counters(TenantId tenant) {
    var partitions = new ArrayList<String>();
    partitions.add(Key.recountOrders(tenant));
    partitions.add(Key.counters(tenant, new Scope.Tenant()));
    for (var facet : Facet.values()) {
      partitions.add(Key.counters(tenant, facet));
    }
    table
        .query(Key.of(tenant), Key.SITES)
        .map(site -> new Scope.Site(new SiteId(site.requiredText("siteId"))))
        .forEach(site -> partitions.add(Key.counters(tenant, site)));
    return partitions;
  }

  private void noteFeedbackGone(TenantId tenant) {
    table
        .client()
        .updateItem(request ->
            request
                .tableName(table.name())
                .key(Key.tenant(tenant).attributes())
                .updateExpression("SET " + FEEDBACK_GONE_AT + " = :now")
                .conditionExpression("attribute_exists(" + TenantItem.DELETION_STARTED_AT + ")")
                .expressionAttributeValues(
                    Map.of(":now", AttributeValue.fromS(clock.instant().toString()))));
  }

  /** In one step, so that a tenant is either there or in its grave. */
  private void bury(Tenant tenant) {
    var deletion = Objects.requireNonNull(tenant.deletion());
    var tombstone =
        new RegisteredTenant.Removed(
            tenant.id(),
            deletion.scheduledBy(),
            deletion.scheduledAt(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    table
        .client()
        .transactWriteItems(request ->
            request.transactItems(
                table.deleteExistingAction(Key.tenant(tenant.id())),
                table.putAction(RegisterItem.toItem(tombstone)),
                table.deleteAction(Key.removal(tenant.id(), deletion.dueAt()))));
  }
}
