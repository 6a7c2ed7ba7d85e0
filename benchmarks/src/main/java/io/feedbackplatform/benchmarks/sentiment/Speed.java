package io.feedbackplatform.benchmarks.sentiment;

import io.feedbackplatform.core.sentiment.SentimentAnalyzer;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/**
 * Texts a second of one thread's processor time, which other work on the machine does not count in.
 */
record Speed(double median, double least, double most) {

  private static final int WARM_UP = 40;
  private static final int ROUNDS = 15;

  static Speed of(SentimentAnalyzer analyzer, List<RatedText> texts) {
    var clock = ManagementFactory.getThreadMXBean();
    double[] rounds = new double[ROUNDS];
    long words = 0;
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long before = clock.getCurrentThreadCpuTime();
      for (var text : texts) {
        words += analyzer.analyze(text.text(), null, null).words().size();
      }
      double seconds = (clock.getCurrentThreadCpuTime() - before) / 1e9;
      if (round >= 0) {
        rounds[round] = texts.size() / seconds;
      }
    }
    if (words < 0) {
      throw new AssertionError("what was measured has to be used");
    }
    Arrays.sort(rounds);
    return new Speed(rounds[ROUNDS / 2], rounds[0], rounds[ROUNDS - 1]);
  }
}
