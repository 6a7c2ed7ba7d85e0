package io.feedbackplatform.core.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.recount.Repair;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What becomes of a repair that a table refuses. */
class DynamoDbRecountStoreTest {

  private static final CounterKey TOTAL = new CounterKey(new Scope.Tenant(), new Bucket.Total());
  private static final Counts FIVE_STARS = Counts.ofOne(5, Sentiment.POSITIVE);

  private @Nullable DynamoDbException refusal;

  @Test
  void isLeftToTheNextPassWhenSomebodyElseWrites() {
    assertThat(repair(null)).isTrue();
    assertThat(repair(canceled("None", "ConditionalCheckFailed"))).isFalse();
    assertThat(repair(canceled("TransactionConflict"))).isFalse();
    assertThat(repair(TransactionConflictException.builder().build())).isFalse();
  }

  @Test
  void failsForAnyOtherReason() {
    assertThatThrownBy(() -> repair(canceled("TransactionConflict", "ValidationError")))
        .isInstanceOf(TransactionCanceledException.class);
  }

  private boolean repair(@Nullable DynamoDbException refused) {
    refusal = refused;
    return new DynamoDbStorage(
            new Refusing(), TableNames.ofStage("test"), new MutableClock(TestObjects.NOW))
        .recounts()
        .repair(TenantId.random(), Repair.alone(TOTAL, 0, FIVE_STARS, Counts.ZERO));
  }

  private static DynamoDbException canceled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            Arrays.stream(codes)
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }

  private final class Refusing extends DynamoDbDecorator {

    Refusing() {
      super(new HeapDynamoDb());
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      if (refusal != null) {
        throw Objects.requireNonNull(refusal);
      }
      return TransactWriteItemsResponse.builder().build();
    }
  }
}
