package io.feedbackplatform.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentagesTest {

  @Test
  void givesWhatIsLeftToTheLargestRemaindersAndOfEqualsToTheFirst() {
    assertThat(Percentages.tenths(1, 1, 1)).containsExactly(334, 333, 333);
    assertThat(Percentages.tenths(1, 2, 3)).containsExactly(167, 333, 500);
    // 14.28.., 28.57.., 57.14..
    assertThat(Percentages.tenths(1, 2, 4)).containsExactly(143, 286, 571);
    assertThat(Percentages.tenths(0, 7)).containsExactly(0, 1_000);
    assertThat(Percentages.tenths(0, 0)).containsExactly(0, 0);
  }

  @Test
  void addUpAndStayBesideTheirExactValues() {
    var random = new Random(6);
    for (int i = 0; i < 2_000; i++) {
      var counts = random.longs(1 + random.nextInt(11), 0, 1_000_000_000L).toArray();
      long total = LongStream.of(counts).sum();

      var tenths = Percentages.tenths(counts);

      assertThat(IntStream.of(tenths).sum()).isEqualTo(total == 0 ? 0 : 1_000);
      for (int part = 0; part < counts.length; part++) {
        double exact = total == 0 ? 0 : counts[part] * 1_000.0 / total;
        assertThat(Math.abs(tenths[part] - exact)).isLessThan(1);
      }
    }
  }
}
