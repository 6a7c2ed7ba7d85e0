package io.feedbackplatform.infra.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchAnswerTest {

  private static final List<String> BATCH = List.of("101", "102", "103", "1000");

  @Test
  void takesAnAnswerWithoutFailuresAsSuccess() {
    assertThat(BatchAnswer.doneRecords(BATCH, null)).isEqualTo(4);
    assertThat(BatchAnswer.doneRecords(BATCH, new StreamsEventResponse())).isEqualTo(4);
    assertThat(BatchAnswer.doneRecords(BATCH, failures())).isEqualTo(4);
  }

  @Test
  void resumesAtTheReportedRecord() {
    assertThat(BatchAnswer.doneRecords(BATCH, failures("103"))).isEqualTo(2);
    assertThat(BatchAnswer.doneRecords(BATCH, failures("101"))).isZero();
  }

  @Test
  void resumesAtTheLowestOfSeveralReportedRecords() {
    assertThat(BatchAnswer.doneRecords(BATCH, failures("1000", "102", "103"))).isEqualTo(1);
  }

  @Test
  void takesAnIdentifierThatIsNotOfTheBatchAsFailureOfAll() {
    assertThat(BatchAnswer.doneRecords(BATCH, failures("103", ""))).isZero();
    assertThat(BatchAnswer.doneRecords(BATCH, failures("999"))).isZero();
    assertThat(BatchAnswer.doneRecords(BATCH, failures((String) null))).isZero();
  }

  private static StreamsEventResponse failures(String... numbers) {
    return new StreamsEventResponse(Arrays.stream(numbers).map(BatchItemFailure::new).toList());
  }
}
