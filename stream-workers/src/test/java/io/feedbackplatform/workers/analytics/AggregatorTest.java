package io.feedbackplatform.workers.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.Identity;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AggregatorTest {

  private static final Instant EXPIRY = TestObjects.NOW.plus(Duration.ofDays(30));

  private final InMemoryStorage storage = new InMemoryStorage(new MutableClock(TestObjects.NOW));
  private final Aggregator aggregator = new Aggregator(storage.counters());
  private final TenantId tenant = TenantId.random();
  private final TenantId other = TenantId.random();

  @Test
  void countsForTheTenantInWhosePartitionTheItemLies() {
    var failure =
        aggregator.count(
            List.of(inserted("1", tenant), inserted("2", tenant), inserted("3", other)));

    assertThat(failure).isEmpty();
    assertThat(total(tenant)).isEqualTo(2);
    assertThat(total(other)).isEqualTo(1);
  }

  @Test
  void stopsAtARecordThatItCannotReadAndNamesIt() {
    var failure =
        aggregator.count(List.of(inserted("1", tenant), poison("2"), inserted("3", tenant)));

    assertThat(failure).contains("2");
    assertThat(total(tenant)).isEqualTo(1);
  }

  @Test
  void namesTheFirstRecordOfATenantThatCannotBeCountedAndCountsTheOthers() {
    var failing = new Aggregator(failingFor(other));

    var failure =
        failing.count(
            List.of(
                inserted("1", tenant), inserted("2", other), inserted("3", tenant), poison("4")));

    assertThat(failure).contains("2");
    assertThat(total(tenant)).isEqualTo(2);
  }

  @Test
  void countsRedeliveredRecordsNoSecondTime() {
    var failing = new Aggregator(failingFor(other));
    var batch = List.of(inserted("1", tenant), inserted("2", other), inserted("3", tenant));
    failing.count(batch);

    var failure = aggregator.count(batch.subList(1, 3));

    assertThat(failure).isEmpty();
    assertThat(total(tenant)).isEqualTo(2);
    assertThat(total(other)).isEqualTo(1);
  }

  @Test
  void keepsCountingWhatTimeToLiveRemovesButNotWhatSomebodyDeletes() {
    var expired = removed("3", tenant);
    expired.setUserIdentity(
        new Identity().withType("Service").withPrincipalId("dynamodb.amazonaws.com"));

    aggregator.count(
        List.of(inserted("1", tenant), inserted("2", tenant), expired, removed("4", tenant)));

    assertThat(total(tenant)).isEqualTo(1);
  }

  @Test
  void keepsCountingWhatWasDueWhereverItWasRemoved() {
    var due = removed("3", tenant);
    due.getDynamodb().setApproximateCreationDateTime(Date.from(EXPIRY));
    var early = removed("4", tenant);
    early.getDynamodb().setApproximateCreationDateTime(Date.from(EXPIRY.minusSeconds(1)));

    aggregator.count(List.of(inserted("1", tenant), inserted("2", tenant), due, early));

    assertThat(total(tenant)).isEqualTo(1);
  }

  private long total(TenantId of) {
    return storage.analytics().totals(of, new Scope.Tenant()).counts().total();
  }

  private Counters failingFor(TenantId failing) {
    return (TenantId of, List<CountedEvent> events) -> {
      if (of.equals(failing)) {
        throw new IllegalStateException("throttled");
      }
      storage.counters().count(of, events);
    };
  }

  private static DynamodbStreamRecord inserted(String number, TenantId of) {
    return streamRecord(number, "INSERT", new StreamRecord().withNewImage(image(of)));
  }

  private static DynamodbStreamRecord removed(String number, TenantId of) {
    return streamRecord(number, "REMOVE", new StreamRecord().withOldImage(image(of)));
  }

  private static DynamodbStreamRecord poison(String number) {
    return streamRecord(
        number,
        "INSERT",
        new StreamRecord().withNewImage(Map.of("pk", new AttributeValue().withS("?"))));
  }

  private static DynamodbStreamRecord streamRecord(
      String number, String event, StreamRecord images) {
    images.setSequenceNumber(number);
    var made = new DynamodbStreamRecord();
    made.setEventID("event-" + number);
    made.setEventName(event);
    made.setDynamodb(images);
    return made;
  }

  private static Map<String, AttributeValue> image(TenantId of) {
    return Map.of(
        "pk", new AttributeValue().withS("T#" + of + "#F#0"),
        "sk", new AttributeValue().withS(FeedbackId.next().value()),
        "siteId", new AttributeValue().withS(SiteId.random().value()),
        "rating", new AttributeValue().withN("4"),
        "metadata", new AttributeValue().withM(Map.of("plan", new AttributeValue().withS("pro"))),
        "sentiment", new AttributeValue().withS("positive"),
        "status", new AttributeValue().withS("new"),
        "createdAt", new AttributeValue().withS(TestObjects.NOW.toString()),
        "expiresAt", new AttributeValue().withN(Long.toString(EXPIRY.getEpochSecond())));
  }
}
