package io.feedbackplatform.core.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.recount.OutOfTime;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** How a table is read that others read from, too: pages of twenty units, at a time of our own. */
class PacedQueryTest {

  private static final double UNITS = 20;

  private final List<Duration> pauses = new ArrayList<>();
  private long now;
  private final Pace pace =
      Pace.ofProvisioned(
          () -> now,
          pause -> {
            pauses.add(pause);
            now += pause.toNanos();
          });
  private int pages;
  private int throttles;
  private int asked;
  private RuntimeException refusal =
      ProvisionedThroughputExceededException.builder()
          .awsErrorDetails(
              AwsErrorDetails.builder().errorCode("ProvisionedThroughputExceededException").build())
          .build();

  @Test
  void takesWhatIsSavedAndThenGoesOnSlowly() {
    pages = 100;

    assertThat(read(new AtomicInteger(Integer.MAX_VALUE))).isEqualTo(100);

    // 2,000 units less the 300 that were saved, at 12 a second and rising.
    assertThat(Duration.ofNanos(now)).isBetween(Duration.ofSeconds(80), Duration.ofSeconds(142));
    assertThat(pauses).hasSize(85);
    assertThat(pauses.getLast()).isLessThan(pauses.get(1));
  }

  @Test
  void waitsWhileTheTableIsThrottledAndGoesOn() {
    pages = 3;
    throttles = 2;

    assertThat(read(new AtomicInteger(Integer.MAX_VALUE))).isEqualTo(3);

    assertThat(pauses).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  static List<RuntimeException> passing() {
    return List.of(
        ApiCallAttemptTimeoutException.create(3_000),
        ApiCallTimeoutException.create(4_000),
        InternalServerErrorException.builder().statusCode(500).build(),
        DynamoDbException.builder().statusCode(503).build(),
        SdkClientException.create("away", new SocketException("reset")));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void triesAgainWhatPasses(RuntimeException passing) {
    pages = 2;
    throttles = 2;
    refusal = passing;

    assertThat(read(new AtomicInteger(4))).isEqualTo(2);

    assertThat(pauses).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(1));
    asked = 0;
    throttles = 2;
    assertThatThrownBy(() -> read(new AtomicInteger(1))).isInstanceOf(OutOfTime.class);
  }

  @Test
  void failsOfWhatDoesNotPass() {
    pages = 1;
    throttles = 1;
    refusal = ResourceNotFoundException.builder().statusCode(400).build();

    assertThatThrownBy(() -> read(new AtomicInteger(4))).isSameAs(refusal);
  }

  @Test
  void endsWhenThereIsNoTimeForAnotherPage() {
    pages = 3;

    assertThatThrownBy(() -> read(new AtomicInteger(2))).isInstanceOf(OutOfTime.class);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void endsWhenThereIsNoTimeToWaitForTheTable() {
    pages = 1;
    throttles = 10;

    assertThatThrownBy(() -> read(new AtomicInteger(4))).isInstanceOf(OutOfTime.class);
  }

  private int read(AtomicInteger looks) {
    var items = new AtomicInteger();
    var table = new DynamoDbTable(new Paged(), "t");
    new PacedQuery(table, pace, () -> looks.getAndDecrement() > 0)
        .each(request -> {}, item -> items.incrementAndGet());
    return items.get();
  }

  private final class Paged extends DynamoDbDecorator {

    Paged() {
      super(new HeapDynamoDb());
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      if (throttles-- > 0) {
        throw refusal;
      }
      asked++;
      var item = Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("" + asked));
      return QueryResponse.builder()
          .items(List.of(item))
          .consumedCapacity(ConsumedCapacity.builder().capacityUnits(UNITS).build())
          .lastEvaluatedKey(asked < pages ? item : Map.of())
          .build();
    }
  }
}
