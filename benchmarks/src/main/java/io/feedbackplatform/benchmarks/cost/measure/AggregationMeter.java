package io.feedbackplatform.benchmarks.cost.measure;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.feedbackplatform.benchmarks.cost.Measured;
import io.feedbackplatform.workers.analytics.Aggregator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Counts batches of new feedback by the code of the aggregator. */
final class AggregationMeter {

  private static final int RECORDS = 300;

  private final Aggregator aggregator;
  private final CapacityProxy proxy;
  private final List<Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>>
      feedback;
  private int sequence;

  /**
   * @param feedback stored items, as a model for the images of the records
   */
  AggregationMeter(
      Aggregator aggregator,
      CapacityProxy proxy,
      List<Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>> feedback) {
    this.aggregator = aggregator;
    this.proxy = proxy;
    this.feedback = feedback;
  }

  Measured.Aggregation measure(List<World> tenants, int batch) {
    proxy.take();
    long cpu = cpuNanos();
    for (int counted = 0; counted < RECORDS; counted += batch) {
      if (aggregator.count(records(tenants, batch)).isPresent()) {
        throw new IllegalStateException("a record was not counted");
      }
    }
    int records = Math.ceilDiv(RECORDS, batch) * batch;
    return new Measured.Aggregation(
        tenants.size(),
        batch,
        Numbers.rounded(proxy.take().writeUnits() / records),
        Numbers.rounded((cpuNanos() - cpu) / 1e6 / records));
  }

  /**
   * Counts one piece of feedback on each of the last days, so that a series has something in it.
   */
  void countDays(World tenant, int days) {
    for (int day = 0; day < days; day++) {
      var at = Instant.now().minus(Duration.ofDays(day));
      aggregator.count(List.of(created(tenant, Map.of("createdAt", text(at.toString())))));
    }
  }

  private List<DynamodbStreamRecord> records(List<World> tenants, int batch) {
    var records = new ArrayList<DynamodbStreamRecord>();
    for (int i = 0; i < batch; i++) {
      records.add(
          created(tenants.get(ThreadLocalRandom.current().nextInt(tenants.size())), Map.of()));
    }
    return records;
  }

  private DynamodbStreamRecord created(
      World tenant,
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> changed) {
    var item = new HashMap<>(feedback.get(sequence % feedback.size()));
    item.put("pk", text("T#" + tenant.tenant() + "#F#0"));
    item.put("siteId", text(tenant.site().value()));
    item.putAll(changed);
    var change = new StreamRecord();
    change.setNewImage(
        item.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> lambda(entry.getValue()))));
    change.setSequenceNumber(Integer.toString(++sequence));
    var created = new DynamodbStreamRecord();
    created.setEventID(UUID.randomUUID().toString().replace("-", ""));
    created.setEventName("INSERT");
    created.setDynamodb(change);
    return created;
  }

  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue text(String value) {
    return software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(value);
  }

  private static AttributeValue lambda(
      software.amazon.awssdk.services.dynamodb.model.AttributeValue value) {
    return value.s() != null
        ? new AttributeValue().withS(value.s())
        : new AttributeValue().withN(value.n());
  }

  private static long cpuNanos() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
