package io.feedbackplatform.infra.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private final List<List<String>> invocations = new ArrayList<>();
  private final List<String> checkpoints = new ArrayList<>();

  @Test
  void deliversABatchOnceWhenItSucceeds() throws Exception {
    delivery(batch -> new StreamsEventResponse(List.of()))
        .deliver(records("1", "2", "3"), checkpoints::add);

    assertThat(invocations).containsExactly(List.of("1", "2", "3"));
    assertThat(checkpoints).containsExactly("3");
  }

  @Test
  void bringsTheReportedRecordAndWhatFollowsAgain() throws Exception {
    delivery(batch -> invocations.size() < 3 ? failed("2") : new StreamsEventResponse(List.of()))
        .deliver(records("1", "2", "3"), checkpoints::add);

    assertThat(invocations)
        .containsExactly(List.of("1", "2", "3"), List.of("2", "3"), List.of("2", "3"));
    assertThat(checkpoints).containsExactly("1", "3");
  }

  @Test
  void bringsTheWholeBatchAgainWhenTheFunctionThrows() throws Exception {
    delivery(
            batch -> {
              if (invocations.size() == 1) {
                throw new IllegalStateException("not now");
              }
              return new StreamsEventResponse(List.of());
            })
        .deliver(records("1", "2"), checkpoints::add);

    assertThat(invocations).containsExactly(List.of("1", "2"), List.of("1", "2"));
    assertThat(checkpoints).containsExactly("2");
  }

  private Delivery delivery(Function<List<String>, StreamsEventResponse> function) {
    return new Delivery(
        (event, context) -> {
          var numbers =
              event.getRecords().stream()
                  .map(record -> record.getDynamodb().getSequenceNumber())
                  .toList();
          invocations.add(numbers);
          return function.apply(numbers);
        },
        Duration.ofMillis(1),
        Duration.ofMillis(2));
  }

  private static StreamsEventResponse failed(String number) {
    return new StreamsEventResponse(List.of(new BatchItemFailure(number)));
  }

  private static List<DynamodbStreamRecord> records(String... numbers) {
    return Arrays.stream(numbers)
        .map(number -> {
          var record = new DynamodbStreamRecord();
          record.setDynamodb(new StreamRecord().withSequenceNumber(number));
          return record;
        })
        .toList();
  }
}
