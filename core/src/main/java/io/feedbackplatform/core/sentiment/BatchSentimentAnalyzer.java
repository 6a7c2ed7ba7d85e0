package io.feedbackplatform.core.sentiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the mood of many messages elsewhere: unlike a {@link SentimentAnalyzer} it may take a
 * while, know no more than some languages, and fail.
 */
@FunctionalInterface
public interface BatchSentimentAnalyzer {

  /**
   * What somebody wrote.
   *
   * @param locale language tag of the visitor (BCP 47), if known; a hint, which may be wrong
   */
  record Text(String message, @Nullable String locale) {}

  /** What became of a text. */
  sealed interface Outcome {

    record Assessed(Assessment assessment) implements Outcome {}

    /** It may be judged when it is asked for again. */
    record Failed(RuntimeException cause) implements Outcome {}

    /** It will not be judged, however often it is asked for. */
    record Unsuitable(String why) implements Outcome {}
  }

  /**
   * @return an outcome for each text, in their order
   */
  List<Outcome> analyze(List<Text> texts);
}
