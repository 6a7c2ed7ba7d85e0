package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.recount.OrderedRecount;
import io.feedbackplatform.core.recount.RecountId;
import io.feedbackplatform.core.recount.RecountResult;
import io.feedbackplatform.core.recount.RecountResult.Drift;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An ordered recount as an item; its result is a map, with counters by their own keys. */
final class RecountOrderItem {

  static final String STARTED_AT = "startedAt";
  static final String ENDED_AT = "endedAt";
  static final String OPEN_UNTIL = "openUntil";
  static final String RESULT = "result";

  private static final String DIFFERENCE = "difference";
  private static final String REPAIRED = "repaired";

  private RecountOrderItem() {}

  /** One that was just made. */
  static Item toItem(TenantId tenant, OrderedRecount order) {
    return Item.at(Key.recountOrder(tenant, order.id()))
        .withFlag("repair", order.repair())
        .with("orderedBy", order.orderedBy())
        .with("orderedAt", order.orderedAt())
        .with(OPEN_UNTIL, order.openUntil().toEpochMilli())
        .withSecond(TableLayout.EXPIRES_AT, order.orderedAt().plus(OrderedRecount.RETENTION));
  }

  static OrderedRecount toOrder(Item item) {
    var result = item.attributes().get(RESULT);
    return new OrderedRecount(
        new RecountId(Key.of(item).sort()),
        item.flag("repair"),
        item.requiredText("orderedBy"),
        item.instant("orderedAt"),
        item.instantOrNull(STARTED_AT),
        item.instantOrNull(ENDED_AT),
        result == null ? null : toResult(Item.of(result.m())));
  }

  static AttributeValue toAttribute(TenantId tenant, RecountResult result) {
    return AttributeValue.fromM(
        Map.of(
            "items",
            number(result.items()),
            "unreadable",
            number(result.unreadable()),
            "compared",
            number(result.compared()),
            "drifted",
            number(result.drifted()),
            REPAIRED,
            number(result.repaired()),
            "unsettled",
            number(result.unsettled()),
            "drift",
            AttributeValue.fromL(
                result.drift().stream().map(drift -> toAttribute(tenant, drift)).toList()),
            "open",
            AttributeValue.fromL(
                result.open().stream()
                    .map(key -> AttributeValue.fromM(Key.counter(tenant, key).attributes()))
                    .toList())));
  }

  private static RecountResult toResult(Item item) {
    return new RecountResult(
        item.number("items"),
        item.number("unreadable"),
        item.requiredInteger("compared"),
        item.requiredInteger("drifted"),
        item.requiredInteger(REPAIRED),
        item.requiredInteger("unsettled"),
        maps(item, "drift").stream().map(RecountOrderItem::toDrift).toList(),
        maps(item, "open").stream().map(RecountOrderItem::toKey).toList());
  }

  private static AttributeValue toAttribute(TenantId tenant, Drift drift) {
    var attributes = new HashMap<>(Key.counter(tenant, drift.key()).attributes());
    var difference = new HashMap<String, AttributeValue>();
    for (int i = 0; i < Counts.PARTS; i++) {
      if (drift.difference().part(i) != 0) {
        difference.put(Counts.NAMES.get(i), number(drift.difference().part(i)));
      }
    }
    attributes.put(DIFFERENCE, AttributeValue.fromM(difference));
    attributes.put(REPAIRED, AttributeValue.fromBool(drift.repaired()));
    return AttributeValue.fromM(attributes);
  }

  private static Drift toDrift(Item item) {
    var parts = new long[Counts.PARTS];
    var difference = Item.of(required(item, DIFFERENCE).m());
    for (int i = 0; i < parts.length; i++) {
      parts[i] = difference.number(Counts.NAMES.get(i));
    }
    return new Drift(toKey(item), Counts.ofParts(parts), item.flag(REPAIRED));
  }

  private static CounterKey toKey(Item item) {
    return Key.counterKey(Key.of(item));
  }

  private static List<Item> maps(Item item, String name) {
    return required(item, name).l().stream().map(value -> Item.of(value.m())).toList();
  }

  private static AttributeValue required(Item item, String name) {
    return Objects.requireNonNull(item.attributes().get(name), name);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
