package io.feedbackplatform.workers.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.OpenedForm;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.parking.InMemoryParkedRecords;
import io.feedbackplatform.core.recount.Fence;
import io.feedbackplatform.core.recount.Fences;
import io.feedbackplatform.core.recount.ForwardingFences;
import io.feedbackplatform.core.recount.ForwardingRecountStore;
import io.feedbackplatform.core.recount.Patience;
import io.feedbackplatform.core.recount.RecountReport;
import io.feedbackplatform.core.recount.RecountStore;
import io.feedbackplatform.core.recount.RecountTenant;
import io.feedbackplatform.core.recount.Repair;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Recounts again and again, repairing, while feedback is submitted, moved and deleted. The stream
 * stands still while a recount reads, until its fence is set: the worst that can happen to it.
 */
class RecountUnderTrafficIT {

  private static final int WRITERS = 3;
  private static final int CHANGES = 60;
  private static final Patience PATIENCE =
      new Patience(Duration.ofMillis(5), Duration.ofSeconds(60));

  private final TableNames names = TableNames.ofStage("recount-" + UUID.randomUUID());
  private final DynamoDbClient client = LocalDynamoDb.shared().client();
  private final DynamoDbStorage storage = new DynamoDbStorage(client, names, Clock.systemUTC());
  private final ReentrantLock standstill = new ReentrantLock();
  private final Tenant tenant = TestObjects.tenant(2);
  private final List<Site> sites =
      List.of(TestObjects.site("https://a.example"), TestObjects.site("https://b.example"));
  private TablePump pump;

  @BeforeEach
  void start() {
    LocalDynamoDb.createTables(client, names);
    storage.tenants().create(tenant);
    sites.forEach(site -> storage.sites().save(tenant.id(), site, Actor.platform()));
    var aggregator =
        new Aggregator(storage.counters(), storage.fences(), new InMemoryParkedRecords());
    pump =
        new TablePump(
            LocalDynamoDb.shared().streamsClient(),
            names.feedback(),
            batch -> deliver(aggregator, batch));
  }

  @AfterEach
  void stop() throws InterruptedException {
    pump.close();
    client.close();
  }

  @Test
  void neverRepairsWhatIsRight() throws Exception {
    var reports = recountDuringTraffic(storage.recounts(), fences());

    assertThat(reports).isNotEmpty().allSatisfy(report -> assertThat(report.drift()).isEmpty());
    assertThat(reports).anySatisfy(report -> assertThat(report.compared()).isPositive());
    assertExact();
  }

  @Test
  void repairsWhatIsWrongAndNothingElse() throws Exception {
    var reports = new ArrayList<RecountReport>();
    var wrong = damageSomeCounters();

    reports.addAll(recountDuringTraffic(storage.recounts(), fences()));
    reports.add(recount(storage.recounts(), fences()));

    assertThat(reports.stream().flatMap(report -> report.drift().stream()))
        .extracting(RecountReport.Drift::key)
        .containsExactlyInAnyOrderElementsOf(wrong);
    assertExact();
  }

  @Test
  void wouldRepairWhatIsRightWithoutTheFence() throws Exception {
    assertThat(recountDuringTraffic(storage.recounts(), ForwardingFences.open()))
        .anySatisfy(report -> assertThat(report.drift()).isNotEmpty());
  }

  @Test
  void wouldRepairWhatIsRightWithoutVersions() throws Exception {
    assertThat(recountDuringTraffic(withoutVersions(storage.recounts()), fences()))
        .anySatisfy(report -> assertThat(report.drift()).isNotEmpty());
  }

  private List<RecountReport> recountDuringTraffic(RecountStore store, Fences fences)
      throws Exception {
    var reports = new ArrayList<RecountReport>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers = new ArrayList<Future<?>>();
      for (int i = 0; i < WRITERS; i++) {
        var random = new Random(i);
        writers.add(threads.submit(() -> write(random)));
      }
      do {
        reports.add(recount(store, fences));
      } while (writers.stream().anyMatch(writer -> !writer.isDone()));
      for (var writer : writers) {
        writer.get();
      }
    }
    return reports;
  }

  /** Holds up the stream from before the first reading until the fence is set. */
  private RecountReport recount(RecountStore store, Fences fences) {
    try {
      return new RecountTenant(holding(store), storage.sites(), fences, PATIENCE)
          .recount(tenant.id(), true, () -> true);
    } finally {
      if (standstill.isHeldByCurrentThread()) {
        standstill.unlock();
      }
    }
  }

  private Fences fences() {
    return releasing(storage.fences());
  }

  private void deliver(Aggregator aggregator, List<DynamodbStreamRecord> batch) {
    standstill.lock();
    try {
      assertThat(aggregator.count(batch)).isEmpty();
    } finally {
      standstill.unlock();
    }
  }

  private void write(Random random) {
    var mine = new ArrayList<Feedback>();
    for (int i = 0; i < CHANGES; i++) {
      open(random);
      switch (mine.isEmpty() ? 0 : random.nextInt(4)) {
        case 0, 1 -> mine.add(submit(random));
        case 2 -> {
          var place = random.nextInt(mine.size());
          var status = random.nextBoolean() ? Status.SPAM : Status.OPEN;
          var id = mine.get(place).id();
          mine.set(
              place, storage.feedback().changeStatus(tenant.id(), id, status, Actor.platform()));
        }
        default -> delete(mine.removeLast());
      }
    }
  }

  private Feedback submit(Random random) {
    var feedback =
        TestObjects.feedback(
            FeedbackId.next(),
            sites.get(random.nextInt(sites.size())).id(),
            TestObjects.submission(1 + random.nextInt(5), "Good coffee."),
            Sentiment.values()[random.nextInt(3)],
            Status.NEW,
            SpamScore.NONE,
            TestObjects.NOW.minus(Duration.ofHours(random.nextInt(1_000))),
            null);
    storage.feedback().create(tenant.id(), feedback, null);
    return feedback;
  }

  private void open(Random random) {
    var at = TestObjects.NOW.minus(Duration.ofHours(random.nextInt(1_000)));
    storage
        .openedForms()
        .add(
            tenant.id(),
            new OpenedForm(
                RandomId.next(),
                sites.get(random.nextInt(sites.size())).id(),
                at,
                ZoneOffset.UTC,
                at.plus(Duration.ofDays(90))));
  }

  private void delete(Feedback feedback) {
    for (int shard = 0; shard < tenant.writeShards(); shard++) {
      var key = key("T#" + tenant.id() + "#F#" + shard, feedback.id().value());
      client.deleteItem(request -> request.tableName(names.feedback()).key(key));
    }
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(
        "pk", AttributeValue.fromS(partition),
        "sk", AttributeValue.fromS(sort));
  }

  /** One changed by hand, one missing, one too many: of counters that are at rest. */
  private List<CounterKey> damageSomeCounters() {
    var quiet = TestObjects.site("https://quiet.example");
    var empty = TestObjects.site("https://empty.example");
    storage.sites().save(tenant.id(), quiet, Actor.platform());
    storage.sites().save(tenant.id(), empty, Actor.platform());
    storage
        .feedback()
        .create(
            tenant.id(), TestObjects.feedback(quiet.id(), 5, Sentiment.POSITIVE, Status.NEW), null);
    var before = recount(storage.recounts(), fences());
    assertThat(before.isExact()).isTrue();
    var partition = "T#" + tenant.id() + "#A#" + quiet.id();
    set(key(partition, "total"), 17);
    client.deleteItem(
        request -> request.tableName(names.analytics()).key(key(partition, "M#2026-11")));
    set(key("T#" + tenant.id() + "#A#" + empty.id(), "D#2026-11-22"), 3);
    return List.of(
        new CounterKey(new Scope.Site(quiet.id()), new Bucket.Total()),
        new CounterKey(new Scope.Site(quiet.id()), new Bucket.Month(YearMonth.of(2026, 11))),
        new CounterKey(new Scope.Site(empty.id()), new Bucket.Day(LocalDate.of(2026, 11, 22))));
  }

  private void set(Map<String, AttributeValue> key, int total) {
    client.updateItem(request ->
        request
            .tableName(names.analytics())
            .key(key)
            .updateExpression("SET #total = :total")
            .expressionAttributeNames(Map.of("#total", "total"))
            .expressionAttributeValues(
                Map.of(":total", AttributeValue.fromN(Integer.toString(total)))));
  }

  private void assertExact() {
    var last = recount(storage.recounts(), fences());
    assertThat(last.isExact()).isTrue();
    assertThat(last.drift()).isEmpty();
    assertThat(last.items()).isPositive();
  }

  /** The stream stands still from before the first reading. */
  private RecountStore holding(RecountStore store) {
    return new ForwardingRecountStore(store) {
      @Override
      public Map<CounterKey, Long> versions(TenantId of, Set<SiteId> at, BooleanSupplier hasTime) {
        if (!standstill.isHeldByCurrentThread()) {
          standstill.lock();
        }
        return super.versions(of, at, hasTime);
      }
    };
  }

  /** It goes on when the fence is set. */
  private Fences releasing(Fences fences) {
    return new ForwardingFences(fences) {
      @Override
      public Fence set(TenantId of) {
        var fence = super.set(of);
        standstill.unlock();
        return fence;
      }
    };
  }

  /** Counters that always seem to be as they were, and repairs whatever they are. */
  private static RecountStore withoutVersions(RecountStore store) {
    return new ForwardingRecountStore(store) {
      @Override
      public Map<CounterKey, Long> versions(TenantId of, Set<SiteId> at, BooleanSupplier hasTime) {
        var versions = new HashMap<>(super.versions(of, at, hasTime));
        versions.replaceAll((key, version) -> 0L);
        return versions;
      }

      @Override
      public List<Counter> counters(TenantId of, Set<SiteId> at, BooleanSupplier hasTime) {
        return super.counters(of, at, hasTime).stream()
            .map(counter -> new Counter(counter.key(), counter.counts(), counter.expired(), 0))
            .toList();
      }

      @Override
      public boolean repair(TenantId of, Repair repair) {
        var key = repair.key();
        var site = key.scope() instanceof Scope.Site(var id) ? Set.of(id) : Set.<SiteId>of();
        while (true) {
          long now =
              store.counters(of, site, () -> true).stream()
                  .filter(counter -> counter.key().equals(key))
                  .mapToLong(Counter::version)
                  .sum();
          if (super.repair(of, Repair.alone(key, now, repair.counts(), repair.expired()))) {
            return true;
          }
        }
      }
    };
  }
}
