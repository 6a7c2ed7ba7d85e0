package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.feedback.FeedbackFilter;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Span;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** How often DynamoDB is asked for one page of a list, and for how much. */
class FeedbackReadsIT {

  private static final TableNames NAMES = TableNames.ofStage("reads-it");

  private final List<Integer> queries = new ArrayList<>();
  private final ExecutionInterceptor recorder =
      new ExecutionInterceptor() {
        @Override
        public void beforeExecution(
            Context.BeforeExecution context, ExecutionAttributes attributes) {
          if (context.request() instanceof QueryRequest query) {
            queries.add(query.limit());
          }
        }
      };

  private DynamoDbClient client;
  private DynamoDbStorage storage;
  private TenantId tenant;

  @BeforeEach
  void createATenant() {
    client =
        LocalDynamoDb.shared()
            .clientBuilder()
            .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(recorder))
            .build();
    LocalDynamoDb.createTables(client, NAMES);
    storage = new DynamoDbStorage(client, NAMES, new MutableClock(TestObjects.NOW));
    var created = TestObjects.tenant();
    tenant = created.id();
    storage.tenants().create(created);
  }

  @AfterEach
  void dropTables() {
    List.of(NAMES.feedback(), NAMES.analytics(), NAMES.tenants())
        .forEach(table -> client.deleteTable(request -> request.tableName(table)));
    client.close();
  }

  @Test
  void areOneWhenTheListShowsNearlyAllThatThereIs() {
    keep(20, Status.NEW);

    assertThat(storage.feedback().list(tenant, FeedbackFilter.NO_SPAM, 10, null).items())
        .hasSize(10);

    assertThat(queries).containsExactly(11);
  }

  @Test
  void areFewWhenTheListShowsLittleOfWhatThereIs() {
    keep(1, Status.NEW);
    keep(300, Status.SPAM);

    assertThat(storage.feedback().list(tenant, FeedbackFilter.NO_SPAM, 10, null).items())
        .hasSize(1);

    assertThat(queries).containsExactly(11, 100, 100, 100);
  }

  @Test
  void areNoMoreThanAStepBeyondWhatIsTakenOfTheNewest() {
    keep(600, Status.SPAM);
    var taken = new AtomicInteger();

    storage.feedback().readNewest(tenant, Span.EVER, item -> taken.incrementAndGet() < 300);

    assertThat(taken).hasValue(300);
    assertThat(queries).containsExactly(250, 250);
  }

  private void keep(int count, Status status) {
    IntStream.range(0, count)
        .mapToObj(i ->
            TestObjects.feedback(
                FeedbackId.next(),
                SiteId.random(),
                TestObjects.submission(1, "Win"),
                Sentiment.NEUTRAL,
                status,
                status == Status.SPAM ? new SpamScore(50, List.of("link")) : SpamScore.NONE,
                TestObjects.NOW,
                null))
        .forEach(feedback -> storage.feedback().create(tenant, feedback, null));
  }
}
