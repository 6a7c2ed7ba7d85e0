package io.feedbackplatform.workers.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.PromptCounters;
import io.feedbackplatform.core.dynamodb.TableNames;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same as {@link ChaosTest} on a real table, which takes longer and therefore fewer records.
 */
class ChaosIT {

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void countsEachRecordOnceWhateverGoesWrong(long number) {
    var names = TableNames.ofStage("chaos-" + UUID.randomUUID());
    var history = new History(number, 1_000, 6);
    try (var client = LocalDynamoDb.shared().client()) {
      LocalDynamoDb.createTables(client, names);

      new Deliveries(history.records, 500, number)
          .deliver(
              PromptCounters.on(
                  new FaultyDynamoDb(client),
                  names.analytics(),
                  new MutableClock(TestObjects.NOW)));

      var items =
          client.scanPaginator(scan -> scan.tableName(names.analytics())).items().stream().toList();
      assertThat(PlainRecount.stored(items)).isEqualTo(PlainRecount.of(history)).isNotEmpty();
    }
  }
}
