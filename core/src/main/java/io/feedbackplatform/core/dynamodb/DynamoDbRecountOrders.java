package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.dynamodb.AuditedWrites.Change;
import io.feedbackplatform.core.recount.OrderedRecount;
import io.feedbackplatform.core.recount.RecountId;
import io.feedbackplatform.core.recount.RecountOrders;
import io.feedbackplatform.core.recount.RecountResult;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Orders lie beside the counters, in a partition of their own. That one is open at a time, the head
 * of the audit sees to: whoever orders has read all orders after it, and writes if it is the same.
 */
final class DynamoDbRecountOrders implements RecountOrders {

  private final DynamoDbTable table;
  private final DynamoDbTenants tenants;
  private final AuditedWrites writes;
  private final Clock clock;

  DynamoDbRecountOrders(
      DynamoDbTable table, DynamoDbTenants tenants, AuditedWrites writes, Clock clock) {
    this.table = table;
    this.tenants = tenants;
    this.writes = writes;
    this.clock = clock;
  }

  @Override
  public void create(TenantId tenant, OrderedRecount order, Actor actor) {
    writes.write(
        tenant,
        () -> {
          tenants.find(tenant).orElseThrow(DomainException.NotFound::new).requireNoRemoval();
          if (list(tenant).stream().anyMatch(other -> other.isOpenAt(order.orderedAt()))) {
            throw new DomainException.RecountUnderWay();
          }
          var action =
              table.putAction(
                  RecountOrderItem.toItem(tenant, order),
                  put -> put.conditionExpression("attribute_not_exists(pk)"));
          return new Change<>(
              order, order.event(actor), List.of(action, tenants.noRemovalAction(tenant)));
        });
  }

  @Override
  public List<OrderedRecount> list(TenantId tenant) {
    return table
        .query(request ->
            request
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(
                    Map.of(":pk", AttributeValue.fromS(Key.recountOrders(tenant))))
                .scanIndexForward(false)
                .limit(MOST)
                .consistentRead(true))
        .limit(MOST)
        .map(RecountOrderItem::toOrder)
        .toList();
  }

  @Override
  public Optional<OrderedRecount> find(TenantId tenant, RecountId id) {
    return table.get(Key.recountOrder(tenant, id)).map(RecountOrderItem::toOrder);
  }

  @Override
  public Optional<OrderedRecount> start(TenantId tenant, RecountId id) {
    var now = now();
    try {
      var response =
          table
              .client()
              .updateItem(request ->
                  request
                      .tableName(table.name())
                      .key(Key.recountOrder(tenant, id).attributes())
                      .updateExpression("SET " + RecountOrderItem.STARTED_AT + " = :now")
                      .conditionExpression(
                          "attribute_exists(pk) AND attribute_not_exists("
                              + RecountOrderItem.ENDED_AT
                              + ") AND "
                              + RecountOrderItem.OPEN_UNTIL
                              + " > :millis")
                      .expressionAttributeValues(
                          Map.of(
                              ":now", AttributeValue.fromS(now.toString()),
                              ":millis", AttributeValue.fromN(Long.toString(now.toEpochMilli()))))
                      .returnValues(ReturnValue.ALL_NEW)
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return Optional.of(RecountOrderItem.toOrder(Item.of(response.attributes())));
    } catch (ConditionalCheckFailedException refused) {
      if (!refused.hasItem() || refused.item().isEmpty()) {
        throw new DomainException.NotFound();
      }
      return Optional.empty();
    }
  }

  @Override
  public void end(TenantId tenant, RecountId id, @Nullable RecountResult result) {
    var set = "SET " + RecountOrderItem.ENDED_AT + " = :now";
    var names = new HashMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    values.put(":now", AttributeValue.fromS(now().toString()));
    if (result != null) {
      names.put("#result", RecountOrderItem.RESULT);
      values.put(":result", RecountOrderItem.toAttribute(tenant, result));
    }
    try {
      table
          .client()
          .updateItem(request ->
              request
                  .tableName(table.name())
                  .key(Key.recountOrder(tenant, id).attributes())
                  .updateExpression(result == null ? set : set + ", #result = :result")
                  .conditionExpression(
                      "attribute_exists(pk) AND attribute_not_exists("
                          + RecountOrderItem.ENDED_AT
                          + ")")
                  .expressionAttributeNames(names.isEmpty() ? null : names)
                  .expressionAttributeValues(values));
    } catch (ConditionalCheckFailedException over) {
      // Whoever was first has said how it ended.
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
