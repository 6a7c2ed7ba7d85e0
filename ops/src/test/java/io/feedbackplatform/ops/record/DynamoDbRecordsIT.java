package io.feedbackplatform.ops.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.ops.LocalDynamoDb;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.Suspect;
import io.feedbackplatform.ops.record.RollbackRecord.Progress;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DynamoDbRecordsIT extends RecordsContract {

  @Override
  Records records() {
    var table = "operations-" + UUID.randomUUID();
    LocalDynamoDb.createTable(table);
    return new DynamoDbRecords(LocalDynamoDb.client(), table, "prod");
  }

  @Test
  void letsOneOfManyBegin() throws Exception {
    var records = records();
    var rollback =
        new RollbackRecord(
            new Suspect.Published(new PublishedVersion(10)),
            "sha",
            new PublishedVersion(9),
            "r",
            "alarm",
            Instant.parse("2026-03-01T12:00:00Z"),
            Progress.STARTED);
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<Boolean> begin = () -> records.begin(rollback);
      var begun =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(each -> begin).toList()).stream()
              .filter(each -> each.resultNow())
              .count();

      assertThat(begun).isEqualTo(1);
    }
  }
}
