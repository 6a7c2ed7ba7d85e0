package io.feedbackplatform.infra.local.streams;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a function's answer means for the batch it was given (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html">AWS:
 * partial batch response with DynamoDB</a>).
 */
final class BatchAnswer {

  private BatchAnswer() {}

  /**
   * How many records from the start of the batch are done for good. Everything from the lowest
   * sequence number that was reported is delivered again; no list or an empty one means all is
   * done, a number that is missing or not of this batch means nothing is.
   *
   * @param sequenceNumbers the batch's, in order
   */
  static int doneRecords(List<String> sequenceNumbers, @Nullable StreamsEventResponse answer) {
    if (answer == null || answer.getBatchItemFailures() == null) {
      return sequenceNumbers.size();
    }
    int done = sequenceNumbers.size();
    for (var failure : answer.getBatchItemFailures()) {
      var number = Objects.requireNonNullElse(failure.getItemIdentifier(), "");
      done = Math.min(done, Math.max(0, sequenceNumbers.indexOf(number)));
    }
    return done;
  }
}
