package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.dynamodb.AuditedWrites.Change;
import io.feedbackplatform.core.feedback.Arrival;
import io.feedbackplatform.core.feedback.Creation;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackEdit;
import io.feedbackplatform.core.feedback.FeedbackEvents;
import io.feedbackplatform.core.feedback.FeedbackFilter;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.FeedbackPage;
import io.feedbackplatform.core.feedback.FeedbackStore;
import io.feedbackplatform.core.feedback.IdempotencyRecord;
import io.feedbackplatform.core.feedback.Span;
import io.feedbackplatform.core.proof.SpentChallenge;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Mood;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.Source;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Feedback lies in its tenant's shards, in each by id and so by time; a list merges the shards. */
final class DynamoDbFeedbackStore implements FeedbackStore {

  /** When the feedback expires, which is not when the record does that holds this. */
  private static final String FIRST_EXPIRES_AT = "feedbackExpiresAt";

  /** So many items of a shard are read for one page at most, however few of them it shows. */
  private static final int MOST_READ = 500;

  /** So many at least are read at once when a list shows few of what there is. */
  private static final int LARGE_STEP = 100;

  private static final int MOST_ATTEMPTS = 6;

  private final DynamoDbTable feedback;
  private final DynamoDbTable promises;
  private final DynamoDbTenants tenants;
  private final AuditedWrites writes;
  private final Clock clock;
  private final Backoff backoff = new Backoff(Duration.ofMillis(10));

  /**
   * @param promises the table that holds idempotency records and spent challenges
   */
  DynamoDbFeedbackStore(
      DynamoDbTable feedback,
      DynamoDbTable promises,
      DynamoDbTenants tenants,
      AuditedWrites writes,
      Clock clock) {
    this.feedback = feedback;
    this.promises = promises;
    this.tenants = tenants;
    this.writes = writes;
    this.clock = clock;
  }

  @Override
  public Creation create(
      TenantId tenant,
      Feedback created,
      @Nullable IdempotencyRecord record,
      @Nullable SpentChallenge challenge) {
    var actions = new ArrayList<TransactWriteItem>();
    if (record != null) {
      actions.add(promise(tenant, created, record));
    }
    var key = Key.feedback(tenant, created.id(), tenants.shardsOf(tenant));
    actions.add(
        feedback.putAction(
            FeedbackItem.toItem(key, created),
            put -> put.conditionExpression("attribute_not_exists(pk)")));
    if (challenge != null) {
      actions.add(spent(tenant, challenge));
    }
    for (int attempt = 1; ; attempt++) {
      try {
        feedback.client().transactWriteItems(request -> request.transactItems(actions));
        return new Creation.Created();
      } catch (TransactionCanceledException canceled) {
        var reasons = canceled.cancellationReasons();
        if (record != null && !reasons.getFirst().code().equals("None")) {
          return explain(canceled, created, record);
        }
        if (challenge == null) {
          throw canceled;
        }
        switch (reasons.getLast().code()) {
          case "ConditionalCheckFailed" -> {
            return new Creation.ChallengeSpent();
          }
          // Somebody shows the same challenge at this moment, and may yet fail.
          case "TransactionConflict" -> backoff.pauseOrThrow(attempt, MOST_ATTEMPTS, canceled);
          default -> throw canceled;
        }
      }
    }
  }

  @Override
  public Optional<Creation> recall(TenantId tenant, Feedback again, IdempotencyRecord record) {
    return promises
        .get(Key.idempotency(tenant, record))
        .filter(first -> first.number(TableLayout.EXPIRES_AT) > clock.instant().getEpochSecond())
        .map(first -> explain(first, again, record));
  }

  @Override
  public Optional<Feedback> find(TenantId tenant, FeedbackId id) {
    return feedback
        .get(Key.feedback(tenant, id, tenants.shardsOf(tenant)))
        .map(FeedbackItem::toFeedback)
        .filter(found -> !found.isExpiredAt(clock.instant()));
  }

  @Override
  public FeedbackPage list(
      TenantId tenant, FeedbackFilter filter, int limit, @Nullable FeedbackId after) {
    var newest = new ArrayList<Feedback>();
    FeedbackId end = null;
    for (int shard = 0; shard < tenants.shardsOf(tenant); shard++) {
      var stretch = newestOf(Key.feedbackShard(tenant, shard), filter, limit + 1, after);
      newest.addAll(stretch.shown());
      if (stretch.end() != null && (end == null || stretch.end().compareTo(end) > 0)) {
        end = stretch.end();
      }
    }
    var last = end;
    newest.removeIf(item -> last != null && item.id().compareTo(last) < 0);
    newest.sort(Comparator.comparing(Feedback::id).reversed());
    return FeedbackPage.of(newest, limit, clock.instant(), end);
  }

  /**
   * What was found in a shard.
   *
   * @param end the last item that was read, when reading stopped because it was enough
   */
  private record Stretch(List<Feedback> shown, @Nullable FeedbackId end) {}

  /**
   * As it was a moment ago: open inboxes ask every two seconds, and a consistent read costs twice.
   */
  private Stretch newestOf(
      String shard, FeedbackFilter filter, int limit, @Nullable FeedbackId after) {
    var shown = new ArrayList<Feedback>();
    var last = after;
    int read = 0;
    // Most lists show nearly all that there is; one that does not is read on in larger steps.
    for (int step = limit; ; step = Math.max(limit, LARGE_STEP)) {
      int most = Math.min(step, MOST_READ - read);
      var items = stretch(shard, IdRange.of(filter.span(), last), most);
      for (var item : items) {
        if (filter.shows(item) && shown.size() < limit) {
          shown.add(item);
        }
      }
      if (shown.size() == limit || items.size() < most) {
        return new Stretch(shown, null);
      }
      read += most;
      last = items.getLast().id();
      if (read == MOST_READ) {
        return new Stretch(shown, last);
      }
    }
  }

  @Override
  public boolean readNewest(TenantId tenant, Span span, Predicate<Feedback> reader) {
    var now = clock.instant();
    return new NewestFirst(tenants.shardsOf(tenant))
        .read(
            (shard, after, size) ->
                stretch(Key.feedbackShard(tenant, shard), IdRange.of(span, after), size),
            item -> !span.holds(item.createdAt()) || item.isExpiredAt(now) || reader.test(item));
  }

  private List<Feedback> stretch(String shard, IdRange range, int size) {
    if (range.isEmpty()) {
      return List.of();
    }
    return feedback
        .query(request ->
            request
                .keyConditionExpression("pk = :pk AND sk BETWEEN :lowest AND :highest")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(shard),
                        ":lowest", AttributeValue.fromS(range.lowest()),
                        ":highest", AttributeValue.fromS(range.highest())))
                .scanIndexForward(false)
                .limit(size))
        .limit(size)
        .map(FeedbackItem::toFeedback)
        .toList();
  }

  @Override
  public Feedback change(
      TenantId tenant,
      FeedbackId id,
      FeedbackEdit edit,
      Actor actor,
      Predicate<Feedback> expected) {
    return writes.write(
        tenant,
        () -> {
          var found = find(tenant, id).orElseThrow(DomainException.NotFound::new);
          if (!expected.test(found)) {
            throw new DomainException.Outdated();
          }
          var changes = edit.changes(found);
          if (changes.isEmpty()) {
            return Change.none(found);
          }
          var event = FeedbackEvents.changed(found, changes, actor, clock.instant());
          var key = Key.feedback(tenant, id, tenants.shardsOf(tenant));
          var after = edit.of(found);
          return new Change<>(
              after,
              event,
              List.of(FeedbackUpdate.action(feedback.name(), key, found, after, changes)));
        });
  }

  @Override
  public boolean assess(TenantId tenant, FeedbackId id, Assessment assessment) {
    if (assessment.source() == Source.PERSON) {
      throw new IllegalArgumentException("a person corrects, and does not assess");
    }
    var key = Key.feedback(tenant, id, tenants.shardsOf(tenant));
    for (int attempt = 1; ; attempt++) {
      try {
        feedback
            .client()
            .updateItem(MoodItem.assessment(feedback.name(), key, assessment, clock.instant()));
        return true;
      } catch (ConditionalCheckFailedException overtaken) {
        return false;
      } catch (TransactionConflictException busy) {
        // Somebody edits it at this moment; what they say is seen by the next attempt.
        backoff.pauseOrThrow(attempt, MOST_ATTEMPTS, busy);
      }
    }
  }

  /** Nothing of it is personal; it is of no use once the challenge would be refused anyway. */
  private TransactWriteItem spent(TenantId tenant, SpentChallenge challenge) {
    return promises.putAction(
        Item.at(Key.spentChallenge(tenant, challenge))
            .withSecond(TableLayout.EXPIRES_AT, challenge.expiresAt()),
        put -> put.conditionExpression("attribute_not_exists(pk)"));
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
    return promises.putAction(
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
      case "ConditionalCheckFailed" -> explain(Item.of(reason.item()), created, record);
      case "TransactionConflict" -> new Creation.InProgress();
      default -> throw canceled;
    };
  }

  private static Creation explain(Item first, Feedback again, IdempotencyRecord record) {
    return first.requiredText("fingerprint").equals(record.fingerprint())
        ? new Creation.Repeated(
            new Feedback(
                new FeedbackId(first.requiredText("feedbackId")),
                again.site(),
                again.submission(),
                new Arrival(
                    first.instant("createdAt"),
                    again.zone(),
                    first.instantOfSecond(FIRST_EXPIRES_AT),
                    again.spam(),
                    false),
                Mood.of(Assessment.of(first.constant("sentiment", Sentiment.class))),
                again.status(),
                again.tags()))
        : new Creation.KeyReused();
  }
}
