package io.feedbackplatform.benchmarks.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.analytics.Counters;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WriteUnitsIT {

  @Test
  void countsAThousandRecordsForHalfOfWhatATransactionEachWouldTake() throws IOException {
    try (var units = new WriteUnits()) {
      assertThat(units.ours(new Submissions(0.5), Counters.MOST_AT_ONCE, 1).writeUnits())
          .isBetween(1_000.0, (double) CountCommand.MOST_UNITS);
      assertThat(units.oneTransactionEach(new Submissions(0.5)).writeUnits()).isEqualTo(4_000);
    }
  }

  @Test
  void foldsFasterThanAnyStreamCouldBring() {
    var fold = new FoldSpeed();

    // A tenth of what it does: this holds on a machine that is busy and a compiler that is cold.
    assertThat(fold.median(5)).isGreaterThan(20_000);
    assertThat(fold.counters()).isPositive();
  }
}
