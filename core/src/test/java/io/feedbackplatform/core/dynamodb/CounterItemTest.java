package io.feedbackplatform.core.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CounterItemTest {

  /** One whose end looks like the beginning of what follows. */
  private static final TenantId TENANT = new TenantId("AAAAAAAAAAAAAAAAAAAAAAAAAA");

  private final HeapDynamoDb heap = new HeapDynamoDb();

  static Stream<CounterKey> keys() {
    var site = new Scope.Site(new SiteId("0123456789ABCDEFGHJKMNPQRS"));
    var day = new Bucket.Day(LocalDate.of(2026, 11, 22));
    return Stream.of(
        new CounterKey(new Scope.Tenant(), new Bucket.Total()),
        new CounterKey(site, new Bucket.Hour(Instant.parse("2026-11-22T17:00:00Z"))),
        new CounterKey(site, new Bucket.Hour(Instant.parse("2026-11-22T17:45:00Z"))),
        new CounterKey(site, day),
        new CounterKey(site, new Bucket.Month(YearMonth.of(2026, 11))),
        new CounterKey(new Scope.Category("delivery"), day),
        new CounterKey(new Scope.Category("D#2026-11-22#"), day),
        new CounterKey(new Scope.Tag("\u00e9t\u00e9 \ud83d\ude00"), day));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void readsBackWhatItWroteAndCostsOneWriteUnitWithEveryPartFilled(CounterKey key) {
    var counts =
        Counts.ofParts(LongStream.range(0, Counts.PARTS).map(i -> 999_999_900 + i).toArray());
    var change = new CounterChange(key, counts, counts.negated());

    heap.transactWriteItems(request ->
        request.transactItems(action ->
            action.update(
                CounterItem.addition(
                    "t", Key.counter(TENANT, key), change, "2026-11-22T17:30:00.123Z"))));

    var item = heap.items("t").getFirst();
    assertThat(CounterItem.toCounter(Item.of(item)))
        .isEqualTo(new Counter(key, counts, counts.negated(), 1));
    int size =
        item.entrySet().stream()
            .mapToInt(attribute ->
                attribute.getKey().length()
                    + (attribute.getValue().n() == null
                        ? attribute.getValue().s().getBytes(StandardCharsets.UTF_8).length
                        : (attribute.getValue().n().length() + 1) / 2 + 1))
            .sum();
    assertThat(size).isLessThanOrEqualTo(1_024);
  }
}
