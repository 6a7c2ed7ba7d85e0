package io.feedbackplatform.workers.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.dynamodb.DynamoDbDecorator;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableLayout;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.dynamodb.UnconditionalDynamoDb;
import io.feedbackplatform.core.feedback.Arrival;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.OpenedForm;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.parking.InMemoryParkedRecords;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.Source;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;

/** The real handler on the real stream of a real table, delivered worse than Lambda ever would. */
class AggregateHandlerIT {

  private static final int SUBMISSIONS = 240;
  private static final Set<String> TAGS = Set.of("billing", "urgent");
  private static final Instant FROM = Instant.parse("2026-09-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 1);

  private final LocalDynamoDb dynamoDb = LocalDynamoDb.shared();
  private final TableNames names = TableNames.ofStage("aggregation-" + UUID.randomUUID());
  private final DynamoDbClient client = dynamoDb.client();
  private final Storage storage = new DynamoDbStorage(client, names, Clock.systemUTC());
  private final List<TenantId> tenants = new ArrayList<>();
  private final List<SiteId> sites = List.of(SiteId.random(), SiteId.random());
  private final Map<TenantId, List<OpenedForm>> opened = new HashMap<>();
  private int changes;

  @BeforeEach
  void createTables() {
    LocalDynamoDb.createTables(client, names);
    for (int shards : List.of(1, 1, 4)) {
      var tenant = TestObjects.tenant(shards);
      storage.tenants().create(tenant);
      tenants.add(tenant.id());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsEachChangeOnceThoughEveryBatchComesTwiceAndBordersMove(long seed) {
    var random = new Random(seed);
    makeHistory(random);

    deliverTwiceOver(new DynamoDbStorage(client, names, Clock.systemUTC()), random);

    assertThat(counters()).isEqualTo(recount());
  }

  @Test
  void driftsWithoutTheLedger() {
    var random = new Random(1);
    makeHistory(random);

    deliverTwiceOver(new DynamoDbStorage(withoutLedger(client), names, Clock.systemUTC()), random);

    assertThat(counters()).isNotEqualTo(recount());
  }

  /**
   * Submissions, and edits, status changes and deletions of some of them, as the API will make
   * them.
   */
  private void makeHistory(Random random) {
    for (int i = 0; i < SUBMISSIONS; i++) {
      var tenant = tenants.get(random.nextInt(tenants.size()));
      storage.feedback().create(tenant, feedback(random), null);
      changes++;
      if (random.nextInt(3) == 0) {
        open(tenant, random);
      }
    }
    for (var item : items()) {
      if (item.get(TableLayout.PARTITION_KEY).s().contains("#O#")) {
        continue;
      }
      var key =
          Map.of(
              TableLayout.PARTITION_KEY, item.get(TableLayout.PARTITION_KEY),
              TableLayout.SORT_KEY, item.get(TableLayout.SORT_KEY));
      switch (random.nextInt(4)) {
        case 0 -> set(key, "sentiment", sentiment(random).name());
        case 1 -> {
          move(item, Status.SPAM);
          move(item, random.nextBoolean() ? Status.SPAM : Status.OPEN);
        }
        case 2 -> {
          client.deleteItem(request -> request.tableName(names.feedback()).key(key));
          changes++;
        }
        default -> {
          // Left as it was submitted.
        }
      }
    }
  }

  private void open(TenantId tenant, Random random) {
    var at = TestObjects.NOW.minusSeconds(random.nextInt(60 * 86_400));
    var form =
        new OpenedForm(
            RandomId.next(),
            sites.get(random.nextInt(sites.size())),
            at,
            ZoneOffset.UTC,
            at.plus(Duration.ofDays(90)));
    storage.openedForms().add(tenant, form);
    opened.computeIfAbsent(tenant, id -> new ArrayList<>()).add(form);
    changes++;
  }

  private void move(Map<String, AttributeValue> item, Status status) {
    var partition = item.get(TableLayout.PARTITION_KEY).s();
    var owner = new TenantId(partition.split("#", -1)[1]);
    var id = new FeedbackId(item.get(TableLayout.SORT_KEY).s());
    var before = storage.feedback().find(owner, id).orElseThrow();
    storage.feedback().changeStatus(owner, id, status, Actor.person("ada", null));
    if (before.status() != status) {
      changes++;
    }
  }

  private void set(Map<String, AttributeValue> key, String attribute, String value) {
    var before =
        client
            .updateItem(request ->
                request
                    .tableName(names.feedback())
                    .key(key)
                    .updateExpression("SET #a = :v")
                    .expressionAttributeNames(Map.of("#a", attribute))
                    .expressionAttributeValues(
                        Map.of(":v", AttributeValue.fromS(value.toLowerCase(Locale.ROOT))))
                    .returnValues("UPDATED_OLD"))
            .attributes()
            .get(attribute);
    if (!before.s().equalsIgnoreCase(value)) {
      changes++; // A write that changes nothing is not in the stream.
    }
  }

  private Feedback feedback(Random random) {
    var rating = random.nextInt(6) == 0 ? null : Integer.valueOf(1 + random.nextInt(5));
    var at = TestObjects.NOW.minusSeconds(random.nextInt(60 * 86_400));
    var feedback =
        TestObjects.feedback(
            FeedbackId.next(),
            sites.get(random.nextInt(sites.size())),
            TestObjects.submission(rating, "Words."),
            new Assessment(
                sentiment(random), random.nextDouble(), List.of("words"), Source.LEXICON),
            random.nextInt(6) == 0 ? Status.SPAM : Status.NEW,
            new Arrival(
                at,
                ZoneOffset.UTC,
                null,
                random.nextBoolean()
                    ? SpamScore.NONE
                    : new SpamScore(40, List.of("no_words", "too_fast")),
                random.nextBoolean(),
                random.nextBoolean()));
    return random.nextBoolean() ? feedback.withTags(TAGS).corrected(sentiment(random)) : feedback;
  }

  private static Sentiment sentiment(Random random) {
    return Sentiment.values()[random.nextInt(Sentiment.values().length)];
  }

  private void deliverTwiceOver(Storage target, Random random) {
    var records = new TableStream(dynamoDb.streamsClient(), names.feedback()).read(changes);
    assertThat(records).hasSize(changes);
    var handler =
        new AggregateHandler(
            new Aggregator(target.counters(), target.fences(), new InMemoryParkedRecords()));
    for (int pass = 0; pass < 2; pass++) {
      for (var batch : batches(records, random)) {
        deliver(handler, batch);
        deliver(handler, batch);
      }
    }
  }

  private static List<List<DynamodbStreamRecord>> batches(
      List<DynamodbStreamRecord> records, Random random) {
    var batches = new ArrayList<List<DynamodbStreamRecord>>();
    int from = 0;
    while (from < records.size()) {
      int to = Math.min(records.size(), from + 1 + random.nextInt(100));
      batches.add(records.subList(from, to));
      from = to;
    }
    return batches;
  }

  private static void deliver(AggregateHandler handler, List<DynamodbStreamRecord> batch) {
    var event = new DynamodbEvent();
    event.setRecords(batch);
    assertThat(handler.handleRequest(event, noContext()).getBatchItemFailures()).isEmpty();
  }

  private static Context noContext() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              return switch (method.getName()) {
                case "getAwsRequestId" -> "request-1";
                case "getRemainingTimeInMillis" -> 10_000; // Little, but enough to get on.
                default -> throw new UnsupportedOperationException(method.getName());
              };
            });
  }

  /** Every counter that is not zero, as the console would read it. */
  private Map<TenantId, Map<CounterKey, Counts>> counters() {
    var counters = new HashMap<TenantId, Map<CounterKey, Counts>>();
    var analytics = storage.analytics();
    for (var tenant : tenants) {
      var ofTenant = new HashMap<CounterKey, Counts>();
      scopes()
          .forEach(scope -> {
            ofTenant.put(
                new CounterKey(scope, new Bucket.Total()),
                analytics.totals(tenant, scope).counts());
            analytics
                .hours(tenant, scope, FROM, TO)
                .forEach((start, counts) ->
                    ofTenant.put(new CounterKey(scope, new Bucket.Hour(start)), counts));
            analytics
                .days(tenant, scope, FIRST, LAST)
                .forEach((date, counts) ->
                    ofTenant.put(new CounterKey(scope, new Bucket.Day(date)), counts));
            analytics
                .months(tenant, scope, YearMonth.from(FIRST), YearMonth.from(LAST))
                .forEach((month, counts) ->
                    ofTenant.put(new CounterKey(scope, new Bucket.Month(month)), counts));
          });
      for (var tag : TAGS) {
        analytics
            .days(tenant, new Scope.Tag(tag), FIRST, LAST)
            .forEach((date, counts) ->
                ofTenant.put(new CounterKey(new Scope.Tag(tag), new Bucket.Day(date)), counts));
      }
      counters.put(tenant, ofTenant);
    }
    return counters;
  }

  /** What the counters must be, from the items as they are now. */
  private Map<TenantId, Map<CounterKey, Counts>> recount() {
    var recount = new HashMap<TenantId, Map<CounterKey, Counts>>();
    for (var tenant : tenants) {
      var ofTenant = new HashMap<CounterKey, Counts>();
      for (var item : everything(tenant)) {
        new FeedbackChange.Created(tenant, item)
            .difference()
            .forEach(change -> ofTenant.merge(change.key(), change.counts(), Counts::plus));
      }
      for (var form : opened.getOrDefault(tenant, List.of())) {
        new FeedbackChange.Created(tenant, form)
            .difference()
            .forEach(change -> ofTenant.merge(change.key(), change.counts(), Counts::plus));
      }
      recount.put(tenant, ofTenant);
    }
    return recount;
  }

  private List<Feedback> everything(TenantId tenant) {
    var everything = new ArrayList<Feedback>();
    @Nullable FeedbackId next = null;
    do {
      var page = storage.feedback().list(tenant, 100, next);
      everything.addAll(page.items());
      next = page.next();
    } while (next != null);
    return everything;
  }

  private Stream<Scope> scopes() {
    return Stream.concat(Stream.of(new Scope.Tenant()), sites.stream().map(Scope.Site::new));
  }

  private List<Map<String, AttributeValue>> items() {
    return client.scanPaginator(request -> request.tableName(names.feedback())).items().stream()
        .toList();
  }

  /** A client for which the ledger's pages are no hindrance: nothing is on them, ever. */
  private static DynamoDbClient withoutLedger(DynamoDbClient client) {
    return new DynamoDbDecorator(new UnconditionalDynamoDb(client)) {
      @Override
      public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return BatchGetItemResponse.builder().responses(Map.of()).unprocessedKeys(Map.of()).build();
      }
    };
  }
}
