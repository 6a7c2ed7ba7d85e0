package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.limit.SharedBuckets;
import io.feedbackplatform.core.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * A bucket is an item with one instant, in nanoseconds since 1970. DynamoDB knows no maximum, so
 * that one conditional update adds to a flow that lasts, and another begins a new one; whichever is
 * wrong fails with what is stored, and then the right one is known.
 */
final class DynamoDbBuckets implements SharedBuckets {

  /** Somebody waits for the answer, and can do without it. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final Duration RETENTION = Duration.ofHours(1);
  private static final int MOST_ATTEMPTS = 4;
  private static final String UNTIL = "flowsUntil";

  private final DynamoDbTable table;

  DynamoDbBuckets(DynamoDbTable table) {
    this.table = table;
  }

  /** One of the three updates, and whether it takes the flow for one that lasts. */
  private record Update(
      String expression, String condition, Map<String, AttributeValue> values, boolean isFlowing) {

    static Update of(Use use, boolean isFlowing) {
      return isFlowing
          ? new Update(
              UNTIL + " = " + UNTIL + " + :span",
              UNTIL + " > :now AND " + UNTIL + " <= :furthest",
              Map.of(
                  ":span",
                  number(BigDecimal.valueOf(use.span().toNanos())),
                  ":now",
                  nanos(use.now()),
                  ":furthest",
                  nanos(use.furthest())),
              true)
          : new Update(
              UNTIL + " = :own",
              "attribute_not_exists(" + UNTIL + ") OR " + UNTIL + " <= :now",
              Map.of(":own", nanos(use.own()), ":now", nanos(use.now())),
              false);
    }

    /** A clock that was ahead must not hold a caller up for as long as it was. */
    static Update correcting(Use use, AttributeValue stored) {
      return new Update(
          UNTIL + " = :furthest",
          UNTIL + " = :stored",
          Map.of(":furthest", nanos(use.furthest()), ":stored", stored),
          true);
    }
  }

  @Override
  public Settled settle(TenantId tenant, String bucket, Use use) {
    var key = Key.bucket(tenant, bucket);
    var update = Update.of(use, use.isFlowing());
    for (int attempt = 1; ; attempt++) {
      try {
        return new Settled(write(key, update, use), update.isFlowing());
      } catch (ConditionalCheckFailedException otherwise) {
        if (attempt == MOST_ATTEMPTS) {
          throw otherwise;
        }
        update = next(use, otherwise.item());
      }
    }
  }

  private static Update next(Use use, Map<String, AttributeValue> stored) {
    var until = stored.get(UNTIL);
    if (until == null || instant(until).compareTo(use.now()) <= 0) {
      return Update.of(use, false);
    }
    return instant(until).isAfter(use.furthest())
        ? Update.correcting(use, until)
        : Update.of(use, true);
  }

  private Instant write(Key key, Update update, Use use) {
    var values = new HashMap<>(update.values());
    values.put(":expiry", Item.second(use.furthest().plus(RETENTION)));
    var response =
        table
            .client()
            .updateItem(request ->
                request
                    .tableName(table.name())
                    .key(key.attributes())
                    .updateExpression(
                        "SET " + update.expression() + ", " + TableLayout.EXPIRES_AT + " = :expiry")
                    .conditionExpression(update.condition())
                    .expressionAttributeValues(values)
                    .returnValues(ReturnValue.UPDATED_NEW)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .overrideConfiguration(
                        limits -> limits.apiCallAttemptTimeout(PATIENCE).apiCallTimeout(PATIENCE)));
    return instant(Objects.requireNonNull(response.attributes().get(UNTIL)));
  }

  private static AttributeValue nanos(Instant instant) {
    return number(
        BigDecimal.valueOf(instant.getEpochSecond())
            .movePointRight(9)
            .add(BigDecimal.valueOf(instant.getNano())));
  }

  private static AttributeValue number(BigDecimal number) {
    return AttributeValue.fromN(number.toPlainString());
  }

  private static Instant instant(AttributeValue nanos) {
    return Instant.ofEpochSecond(0, new BigDecimal(nanos.n()).longValueExact());
  }
}
