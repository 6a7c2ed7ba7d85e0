package io.feedbackplatform.workers.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.Identity;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.parking.InMemoryParkedRecords;
import io.feedbackplatform.core.parking.ParkedRecord;
import io.feedbackplatform.core.parking.ParkedRecord.Reason;
import io.feedbackplatform.core.parking.ParkedRecords;
import io.feedbackplatform.core.recount.Fence;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AggregatorTest {

  private static final Instant EXPIRY = TestObjects.NOW.plus(Duration.ofDays(30));

  private final InMemoryStorage storage = new InMemoryStorage(new MutableClock(TestObjects.NOW));
  private final InMemoryParkedRecords parked = new InMemoryParkedRecords();
  private final Aggregator aggregator =
      new Aggregator(storage.counters(), storage.fences(), parked);
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
  void parksWhatItCannotReadAndCountsTheRest() {
    var failure =
        aggregator.count(List.of(inserted("1", tenant), poison("2"), inserted("3", tenant)));

    assertThat(failure).isEmpty();
    assertThat(total(tenant)).isEqualTo(2);
    assertThat(parked.waiting())
        .containsExactly(
            new ParkedRecord(
                null, "event-2", "2", null, null, Reason.NO_TENANT, "IllegalStateException"));
  }

  @Test
  void saysOfWhatItParksWhoseItIsAndWhereItLiesAndNoWordOfIt() {
    var feedback = FeedbackId.next();
    var image = new HashMap<>(image(tenant));
    image.put("sk", new AttributeValue().withS(feedback.value()));
    image.put("message", new AttributeValue().withS("Secret words"));
    image.put("sentiment", new AttributeValue().withS("Secret words"));
    var bad = streamRecord("7", "INSERT", new StreamRecord().withNewImage(image));
    bad.setEventSourceARN("arn:aws:dynamodb:eu-central-1:1:table/feedback/stream/2026");

    aggregator.count(List.of(bad));

    assertThat(parked.waiting())
        .containsExactly(
            new ParkedRecord(
                tenant,
                "event-7",
                "7",
                "arn:aws:dynamodb:eu-central-1:1:table/feedback/stream/2026",
                feedback,
                Reason.UNREADABLE,
                "IllegalStateException"));
    assertThat(parked.waiting().toString()).doesNotContain("Secret");
  }

  @Test
  void namesARecordThatCanNeitherBeReadNorParkedAndCountsTheOthers() {
    var failing = new Aggregator(storage.counters(), storage.fences(), refusing());

    var failure = failing.count(List.of(inserted("1", tenant), poison("2"), inserted("3", tenant)));

    assertThat(failure).contains("2");
    assertThat(total(tenant)).isEqualTo(2);
  }

  @Test
  void doesNotParkYetWhatComesAgainAnyway() {
    var failing = new Aggregator(failingFor(other), storage.fences(), parked);

    failing.count(List.of(poison("1"), inserted("2", other), poison("3")));

    assertThat(parked.waiting()).extracting(ParkedRecord::sequenceNumber).containsExactly("1");
  }

  @Test
  void namesTheFirstRecordOfATenantThatCannotBeCountedAndCountsTheOthers() {
    var failing = new Aggregator(failingFor(other), storage.fences(), parked);

    var failure =
        failing.count(
            List.of(
                inserted("1", tenant), inserted("2", other), inserted("3", tenant), poison("4")));

    assertThat(failure).contains("2");
    assertThat(total(tenant)).isEqualTo(2);
  }

  @Test
  void leavesToTheNextDeliveryWhatThereIsNoTimeFor() {
    var batch =
        List.of(
            poison("1"),
            inserted("2", tenant),
            inserted("3", other),
            inserted("4", tenant),
            poison("5"));
    // Each tenant is looked at twice: before it, and before it is written.
    var looks = new AtomicInteger(2);

    var failure = aggregator.count(batch, () -> looks.getAndDecrement() > 0);

    assertThat(failure).contains("1");
    assertThat(total(tenant)).isEqualTo(2);
    assertThat(total(other)).isZero();
    assertThat(parked.waiting()).isEmpty();

    assertThat(aggregator.count(batch)).isEmpty();
    assertThat(total(tenant)).isEqualTo(2);
    assertThat(total(other)).isEqualTo(1);
    assertThat(parked.waiting()).hasSize(2);
  }

  /** Dashboards add up what it says. */
  @Test
  void reportsASubmissionOnceHoweverOftenItComes() {
    var first = inserted("1", tenant);
    var lines =
        linesOf(() -> {
          new Aggregator(failingFor(other), storage.fences(), parked)
              .count(List.of(first, inserted("2", other)));
          aggregator.count(List.of(first, first, inserted("2", other), inserted("3", tenant)));
        });

    assertThat(submissions(lines)).containsExactly(1L, 2L);
  }

  @Test
  void reportsWhatIsSpamOnArrivalAsASubmissionAndCountsItNowhere() {
    var spam = List.of(inserted("1", tenant, "spam"));

    var lines =
        linesOf(() -> {
          aggregator.count(spam);
          aggregator.count(spam);
        });

    assertThat(submissions(lines)).containsExactly(1L, 0L);
    assertThat(total(tenant)).isZero();
  }

  @Test
  void countsNoEditThatNoFigureNotices() {
    var counted = new ArrayList<String>();
    Counters counting =
        (of, events, hasTime, told) -> events.forEach(event -> counted.add(event.eventId()));
    var image = image(tenant, "spam");
    var edited =
        streamRecord("2", "MODIFY", new StreamRecord().withOldImage(image).withNewImage(image));

    new Aggregator(counting, storage.fences(), parked)
        .count(List.of(inserted("1", tenant, "spam"), edited, inserted("3", tenant)));

    assertThat(counted).containsExactly("event-1", "event-3");
  }

  @Test
  void saysOnceAndWithoutAlarmThatThereWasNoTime() {
    var batch = List.of(inserted("1", tenant), inserted("2", other));
    // It ends within the first tenant, who is looked at twice.
    var looks = new AtomicInteger(1);

    var lines = linesOf(() -> aggregator.count(batch, () -> looks.getAndDecrement() > 0));

    assertThat(lines)
        .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.getLevel()).isEqualTo(Level.WARN);
          assertThat(line.getKeyValuePairs().getFirst().value).isEqualTo(2);
        });
  }

  @Test
  void saysThatThereWasNoTimeToPark() {
    var lines =
        linesOf(
            () -> assertThat(aggregator.count(List.of(poison("1")), () -> false)).contains("1"));

    assertThat(lines)
        .filteredOn(line -> line.getLevel() == Level.WARN)
        .singleElement()
        .satisfies(line -> assertThat(line.getMessage()).contains("no time left to park"));
  }

  private static List<ILoggingEvent> linesOf(Runnable counting) {
    var lines = new ListAppender<ILoggingEvent>();
    var logger = (Logger) LoggerFactory.getLogger(Aggregator.class);
    var level = logger.getLevel();
    lines.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
    try {
      counting.run();
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(level);
    }
    return lines.list;
  }

  private static List<Object> submissions(List<ILoggingEvent> lines) {
    return lines.stream()
        .filter(line -> line.getMessage().equals("counted"))
        .map(line -> line.getKeyValuePairs().getFirst().value)
        .toList();
  }

  @Test
  void countsRedeliveredRecordsNoSecondTime() {
    var failing = new Aggregator(failingFor(other), storage.fences(), parked);
    var batch = List.of(inserted("1", tenant), inserted("2", other), inserted("3", tenant));
    failing.count(batch);

    var failure = aggregator.count(batch.subList(1, 3));

    assertThat(failure).isEmpty();
    assertThat(total(tenant)).isEqualTo(2);
    assertThat(total(other)).isEqualTo(1);
  }

  @Test
  void meetsAMarkerWhenWhatIsBeforeItIsCounted() {
    var fence = new Fence(TenantId.random().value(), 1);
    var batch = List.of(inserted("1", tenant), marker("INSERT", "2", fence), inserted("3", tenant));

    var failure = new Aggregator(failingFor(tenant), storage.fences(), parked).count(batch);

    assertThat(failure).contains("1");
    assertThat(storage.fences().isPassed(tenant, fence)).isFalse();

    assertThat(aggregator.count(batch)).isEmpty();
    assertThat(storage.fences().isPassed(tenant, fence)).isTrue();
    assertThat(total(tenant)).isEqualTo(2);
    assertThat(parked.waiting()).isEmpty();
  }

  @Test
  void takesTheEndOfAMarkerForNothing() {
    var fence = new Fence(TenantId.random().value(), 1);

    assertThat(aggregator.count(List.of(marker("REMOVE", "1", fence)))).isEmpty();

    assertThat(storage.fences().isPassed(tenant, fence)).isFalse();
    assertThat(parked.waiting()).isEmpty();
  }

  private DynamodbStreamRecord marker(String event, String number, Fence fence) {
    var image =
        Map.of(
            "pk", new AttributeValue().withS("T#" + tenant + "#F#0"),
            "sk", new AttributeValue().withS("FENCE#" + fence.id()),
            "expiresAt", new AttributeValue().withN("1"));
    return streamRecord(
        number,
        event,
        event.equals("INSERT")
            ? new StreamRecord().withNewImage(image)
            : new StreamRecord().withOldImage(image));
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
    return (of, events, hasTime, counted) -> {
      if (of.equals(failing)) {
        throw new IllegalStateException("throttled");
      }
      storage.counters().count(of, events, hasTime, counted);
    };
  }

  private static ParkedRecords refusing() {
    return new ParkedRecords() {
      @Override
      public void park(ParkedRecord record) {
        throw new IllegalStateException("no queue");
      }

      @Override
      public List<Receipt> receive() {
        return List.of();
      }

      @Override
      public void release(Receipt received) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void remove(Receipt received) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static DynamodbStreamRecord inserted(String number, TenantId of) {
    return inserted(number, of, "new");
  }

  private static DynamodbStreamRecord inserted(String number, TenantId of, String status) {
    return streamRecord(number, "INSERT", new StreamRecord().withNewImage(image(of, status)));
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
    return image(of, "new");
  }

  private static Map<String, AttributeValue> image(TenantId of, String status) {
    return Map.of(
        "pk", new AttributeValue().withS("T#" + of + "#F#0"),
        "sk", new AttributeValue().withS(FeedbackId.next().value()),
        "siteId", new AttributeValue().withS(SiteId.random().value()),
        "rating", new AttributeValue().withN("4"),
        "metadata", new AttributeValue().withM(Map.of("plan", new AttributeValue().withS("pro"))),
        "sentiment", new AttributeValue().withS("positive"),
        "status", new AttributeValue().withS(status),
        "createdAt", new AttributeValue().withS(TestObjects.NOW.toString()),
        "expiresAt", new AttributeValue().withN(Long.toString(EXPIRY.getEpochSecond())));
  }
}
