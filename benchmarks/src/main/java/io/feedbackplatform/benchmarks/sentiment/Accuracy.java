package io.feedbackplatform.benchmarks.sentiment;

import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.SentimentAnalyzer;
import java.util.List;

/**
 * How well an analyser meets what people thought.
 *
 * @param accuracy share of the texts with the right one of three moods
 * @param macroF1 mean of the three moods' F1
 * @param abstention share of the texts that people found positive or negative, and the analyser
 *     neutral
 */
record Accuracy(int texts, double accuracy, double macroF1, double abstention) {

  /** Of the messages alone: ratings and locales are not known to the analyser. */
  static Accuracy of(SentimentAnalyzer analyzer, List<RatedText> texts) {
    int moods = Sentiment.values().length;
    int[][] counts = new int[moods][moods];
    for (var text : texts) {
      var mood = analyzer.analyze(text.text(), null, null).label();
      counts[text.mood().ordinal()][mood.ordinal()]++;
    }
    return of(counts);
  }

  /**
   * @param counts by the mood that people found, and that the analyser did
   */
  static Accuracy of(int[][] counts) {
    int neutral = Sentiment.NEUTRAL.ordinal();
    int all = 0;
    int right = 0;
    int polar = 0;
    int abstained = 0;
    double f1 = 0;
    for (int mood = 0; mood < counts.length; mood++) {
      int people = 0;
      int analyser = 0;
      for (int other = 0; other < counts.length; other++) {
        people += counts[mood][other];
        analyser += counts[other][mood];
      }
      all += people;
      right += counts[mood][mood];
      polar += mood == neutral ? 0 : people;
      abstained += mood == neutral ? 0 : counts[mood][neutral];
      f1 += people + analyser == 0 ? 0 : 2.0 * counts[mood][mood] / (people + analyser);
    }
    return new Accuracy(
        all, (double) right / all, f1 / counts.length, polar == 0 ? 0 : (double) abstained / polar);
  }
}
