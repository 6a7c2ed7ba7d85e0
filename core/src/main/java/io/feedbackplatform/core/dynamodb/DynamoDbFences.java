package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.recount.Fence;
import io.feedbackplatform.core.recount.FenceMark;
import io.feedbackplatform.core.recount.Fences;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Markers are items beside the feedback and beside the opened forms of each shard, so that they
 * take the same way through the stream; the notes that they were met lie beside the counters.
 */
final class DynamoDbFences implements Fences {

  /** Longer than anybody waits for a fence. */
  private static final Duration RETENTION = Duration.ofHours(1);

  private final DynamoDbTable feedback;
  private final DynamoDbTable analytics;
  private final DynamoDbTenants tenants;
  private final Clock clock;

  DynamoDbFences(
      DynamoDbTable feedback, DynamoDbTable analytics, DynamoDbTenants tenants, Clock clock) {
    this.feedback = feedback;
    this.analytics = analytics;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public Fence set(TenantId tenant) {
    var fence = new Fence(RandomId.next(), Key.fenceMarkers(tenants.shardsOf(tenant)));
    for (int number = 0; number < fence.shards(); number++) {
      put(feedback, Key.fenceMarker(tenant, fence.id(), number));
    }
    return fence;
  }

  @Override
  public void pass(TenantId tenant, FenceMark mark) {
    put(analytics, Key.fencePassed(tenant, mark));
  }

  private void put(DynamoDbTable table, Key key) {
    var item = Item.at(key).withSecond(TableLayout.EXPIRES_AT, clock.instant().plus(RETENTION));
    table.client().putItem(request -> request.tableName(table.name()).item(item.attributes()));
  }

  /** As it was a moment ago, at half the price: who is told late waits a little longer. */
  @Override
  public boolean isPassed(TenantId tenant, Fence fence) {
    var passed =
        analytics
            .query(request ->
                request
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :fence)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(Key.fences(tenant)),
                            ":fence", AttributeValue.fromS(fence.id() + "#"))))
            .map(item -> Key.of(item).sort())
            .collect(Collectors.toSet());
    return IntStream.range(0, fence.shards())
        .mapToObj(shard -> Key.fencePassed(tenant, new FenceMark(fence.id(), shard)).sort())
        .allMatch(passed::contains);
  }
}
