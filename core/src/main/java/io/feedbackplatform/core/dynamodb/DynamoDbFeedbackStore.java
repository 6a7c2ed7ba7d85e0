package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.feedback.Creation;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.FeedbackPage;
import io.feedbackplatform.core.feedback.FeedbackStore;
import io.feedbackplatform.core.feedback.IdempotencyRecord;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Feedback lies in its tenant's shards, in each by id and so by time; a list merges the shards. */
final class DynamoDbFeedbackStore implements FeedbackStore {

  /** When the feedback expires, which is not when the record does that holds this. */
  private static final String FIRST_EXPIRES_AT = "feedbackExpiresAt";

  private final DynamoDbTable feedback;
  private final DynamoDbTable idempotency;
  private final DynamoDbTenants tenants;
  private final Clock clock;

  DynamoDbFeedbackStore(
      DynamoDbTable feedback, DynamoDbTable idempotency, DynamoDbTenants tenants, Clock clock) {
    this.feedback = feedback;
    this.idempotency = idempotency;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public Creation create(TenantId tenant, Feedback created, @Nullable IdempotencyRecord record) {
    var actions = new ArrayList<TransactWriteItem>();
    if (record != null) {
      actions.add(promise(tenant, created, record));
    }
    var key = Key.feedback(tenant, created.id(), tenants.shardsOf(tenant));
    actions.add(
        feedback.putAction(
            FeedbackItem.toItem(key, created),
            put -> put.conditionExpression("attribute_not_exists(pk)")));
    try {
      feedback.client().transactWriteItems(request -> request.transactItems(actions));
      return new Creation.Created();
    } catch (TransactionCanceledException canceled) {
      if (record == null) {
        throw canceled;
      }
      return explain(canceled, created, record);
    }
  }

  @Override
  public Optional<Feedback> find(TenantId tenant, FeedbackId id) {
    return feedback
        .get(Key.feedback(tenant, id, tenants.shardsOf(tenant)))
        .map(FeedbackItem::toFeedback)
        .filter(found -> !found.isExpiredAt(clock.instant()));
  }

  @Override
  public FeedbackPage list(TenantId tenant, int limit, @Nullable FeedbackId after) {
    var newest = new ArrayList<Feedback>();
    for (int shard = 0; shard < tenants.shardsOf(tenant); shard++) {
      newest.addAll(newestOf(Key.feedbackShard(tenant, shard), limit + 1, after));
    }
    newest.sort(Comparator.comparing(Feedback::id).reversed());
    return FeedbackPage.of(newest, limit, clock.instant());
  }

  /**
   * As it was a moment ago: open inboxes ask every two seconds, and a consistent read costs twice.
   */
  private List<Feedback> newestOf(String shard, int limit, @Nullable FeedbackId after) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":pk", AttributeValue.fromS(shard));
    if (after != null) {
      values.put(":after", AttributeValue.fromS(after.value()));
    }
    return feedback
        .query(request ->
            request
                .keyConditionExpression(after == null ? "pk = :pk" : "pk = :pk AND sk < :after")
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .limit(limit))
        .limit(limit)
        .map(FeedbackItem::toFeedback)
        .toList();
  }

  /**
   * The record holds what the first answer said beyond what a repetition says again: nothing
   * personal.
   */
  private TransactWriteItem promise(TenantId tenant, Feedback created, IdempotencyRecord record) {
    var item =
        Item.at(Key.idempotency(tenant, record))
            .with("fingerprint", record.fingerprint())
            .with("feedbackId", created.id().value())
            .with("sentiment", created.sentiment())
            .with("createdAt", created.createdAt())
            .withSecond(FIRST_EXPIRES_AT, created.expiresAt())
            .withSecond(TableLayout.EXPIRES_AT, record.expiresAt());
    return idempotency.putAction(
        item,
        put ->
            put.conditionExpression("attribute_not_exists(pk) OR expiresAt <= :now")
                .expressionAttributeValues(Map.of(":now", Item.second(clock.instant())))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
  }

  private static Creation explain(
      TransactionCanceledException canceled, Feedback created, IdempotencyRecord record) {
    CancellationReason reason = canceled.cancellationReasons().getFirst();
    return switch (reason.code()) {
      case "ConditionalCheckFailed" -> {
        var first = Item.of(reason.item());
        yield first.requiredText("fingerprint").equals(record.fingerprint())
            ? new Creation.Repeated(
                new Feedback(
                    new FeedbackId(first.requiredText("feedbackId")),
                    created.site(),
                    created.submission(),
                    first.constant("sentiment", Sentiment.class),
                    created.status(),
                    first.instant("createdAt"),
                    first.instantOfSecond(FIRST_EXPIRES_AT)))
            : new Creation.KeyReused();
      }
      case "TransactionConflict" -> new Creation.InProgress();
      default -> throw canceled;
    };
  }
}
