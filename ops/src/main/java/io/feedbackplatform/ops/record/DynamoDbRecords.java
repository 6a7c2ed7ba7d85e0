package io.feedbackplatform.ops.record;

import static io.feedbackplatform.ops.record.RecordItems.key;
import static io.feedbackplatform.ops.record.RecordItems.number;
import static io.feedbackplatform.ops.record.RecordItems.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Records in the operations table: see {@link RecordItems} for its items. */
public final class DynamoDbRecords implements Records {

  private static final String NEW = "attribute_not_exists(pk)";
  private static final int VERSIONS = 25;
  private static final Duration CLAIMS_KEPT = Duration.ofDays(2);

  private final DynamoDbClient client;
  private final String table;
  private final String alias;

  public DynamoDbRecords(DynamoDbClient client, String table, String alias) {
    this.client = client;
    this.table = table;
    this.alias = alias;
  }

  @Override
  public List<KnownGood> knownGood() {
    return client
        .query(query(RecordItems.KNOWN_GOOD).scanIndexForward(false).limit(VERSIONS).build())
        .items()
        .stream()
        .map(RecordItems::knownGood)
        .toList();
  }

  @Override
  public boolean markGood(KnownGood good) {
    return write(
        TransactWriteItem.builder()
            .put(put -> put.tableName(table).item(RecordItems.item(good)).conditionExpression(NEW))
            .build(),
        absent(key(RecordItems.ROLLBACK, good.version().toString())),
        absent(key(RecordItems.FROZEN, good.codeSha256())));
  }

  private TransactWriteItem absent(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder()
        .conditionCheck(check -> check.tableName(table).key(key).conditionExpression(NEW))
        .build();
  }

  @Override
  public List<RollbackRecord> rollbacks() {
    return all(RecordItems.ROLLBACK).map(RecordItems::rollback).toList();
  }

  @Override
  public boolean begin(RollbackRecord rollback) {
    var first =
        TransactWriteItem.builder()
            .put(put ->
                put.tableName(table).item(RecordItems.item(rollback)).conditionExpression(NEW))
            .build();
    if (rollback.codeSha256() == null) {
      return write(first);
    }
    var build =
        new FrozenBuild(
            rollback.codeSha256(),
            "version " + rollback.suspect().id() + ", alarm " + rollback.alarm(),
            rollback.decidedAt());
    return write(
        first,
        TransactWriteItem.builder()
            .put(put -> put.tableName(table).item(RecordItems.item(build)))
            .build());
  }

  /** Another writer in the same moment cancels a transaction just as a failed condition does. */
  private boolean write(TransactWriteItem... writes) {
    try {
      client.transactWriteItems(request -> request.transactItems(writes));
      return true;
    } catch (TransactionCanceledException canceled) {
      if (canceled.cancellationReasons().stream()
          .allMatch(reason ->
              List.of("None", "ConditionalCheckFailed", "TransactionConflict")
                  .contains(reason.code()))) {
        return false;
      }
      throw canceled;
    }
  }

  @Override
  public boolean replace(RollbackRecord read, RollbackRecord by) {
    try {
      client.putItem(put -> {
        put.tableName(table).item(RecordItems.item(by));
        var same = "progress = :progress AND toVersion = :to AND ";
        if (read.revisionId() == null) {
          put.conditionExpression(same + "attribute_not_exists(revisionId)")
              .expressionAttributeValues(
                  Map.of(":progress", text(read.progress().name()), ":to", to(read)));
        } else {
          put.conditionExpression(same + "revisionId = :revision")
              .expressionAttributeValues(
                  Map.of(
                      ":progress",
                      text(read.progress().name()),
                      ":to",
                      to(read),
                      ":revision",
                      text(read.revisionId())));
        }
      });
      return true;
    } catch (ConditionalCheckFailedException changedMeanwhile) {
      return false;
    }
  }

  private static AttributeValue to(RollbackRecord rollback) {
    return text(rollback.to().toString());
  }

  @Override
  public List<FrozenBuild> frozen() {
    return all(RecordItems.FROZEN).map(RecordItems::frozen).toList();
  }

  @Override
  public boolean unfreeze(String codeSha256) {
    return client
        .deleteItem(delete ->
            delete
                .tableName(table)
                .key(key(RecordItems.FROZEN, codeSha256))
                .returnValues(ReturnValue.ALL_OLD))
        .hasAttributes();
  }

  @Override
  public void audit(AuditEntry entry) {
    client.putItem(put -> put.tableName(table).item(RecordItems.item(entry)));
  }

  @Override
  public List<AuditEntry> history(int most) {
    return client
        .query(query(RecordItems.AUDIT).scanIndexForward(false).limit(most).build())
        .items()
        .stream()
        .map(RecordItems::audit)
        .toList();
  }

  @Override
  public Claim claim(String topic, String holder, Instant now, Duration lapses, Duration again) {
    try {
      client.updateItem(update ->
          update
              .tableName(table)
              .key(key(RecordItems.PAGE, topic))
              .updateExpression(
                  "SET claimedUntil = :until, holder = :holder, expiresAt = :expires REMOVE toldAt")
              .conditionExpression(
                  NEW
                      + " OR (attribute_not_exists(toldAt) AND (claimedUntil < :now OR holder = :holder))"
                      + " OR toldAt < :again")
              .expressionAttributeValues(
                  Map.of(
                      ":until", number(now.plus(lapses).toEpochMilli()),
                      ":holder", text(holder),
                      ":expires", number(now.plus(CLAIMS_KEPT).getEpochSecond()),
                      ":now", number(now.toEpochMilli()),
                      ":again", number(now.minus(again).toEpochMilli())))
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return Claim.MINE;
    } catch (ConditionalCheckFailedException taken) {
      return taken.item().containsKey("toldAt") ? Claim.TOLD : Claim.BUSY;
    }
  }

  @Override
  public void told(String topic, Instant now) {
    client.updateItem(update ->
        update
            .tableName(table)
            .key(key(RecordItems.PAGE, topic))
            .updateExpression("SET toldAt = :now, expiresAt = :expires")
            .expressionAttributeValues(
                Map.of(
                    ":now", number(now.toEpochMilli()),
                    ":expires", number(now.plus(CLAIMS_KEPT).getEpochSecond()))));
  }

  @Override
  public Optional<Baking> baking() {
    var found =
        client.getItem(
            get -> get.tableName(table).key(key(RecordItems.WATCH, alias)).consistentRead(true));
    return found.hasItem() ? Optional.of(RecordItems.baking(found.item())) : Optional.empty();
  }

  @Override
  public void bake(Baking baking) {
    client.putItem(put -> put.tableName(table).item(RecordItems.item(alias, baking)));
  }

  @Override
  public void stopBaking() {
    client.deleteItem(delete -> delete.tableName(table).key(key(RecordItems.WATCH, alias)));
  }

  private Stream<Map<String, AttributeValue>> all(String partition) {
    return client.queryPaginator(query(partition).build()).items().stream();
  }

  private QueryRequest.Builder query(String partition) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk")
        .expressionAttributeValues(Map.of(":pk", text(partition)));
  }
}
