package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Mood;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.Source;
import java.math.BigDecimal;
import java.util.List;

/** A mood as attributes of its feedback, and back. Feedback of old has a label and no more. */
final class MoodItem {

  static final String CORRECTED = "sentimentCorrected";

  static final String LABEL = "sentiment";
  static final String SCORE = "sentimentScore";
  private static final String WORDS = "sentimentWords";
  private static final String SOURCE = "sentimentSource";

  private static final int DECIMALS = 4;

  private MoodItem() {}

  static void write(Item item, Mood mood) {
    var analyzed = mood.analyzed();
    item.with(LABEL, analyzed.label())
        .with(SCORE, BigDecimal.valueOf(analyzed.tenThousandths(), DECIMALS))
        .with(SOURCE, analyzed.source());
    if (!analyzed.words().isEmpty()) {
      item.with(WORDS, analyzed.words());
    }
    if (mood.corrected() != null) {
      item.with(CORRECTED, mood.corrected());
    }
  }

  static Mood read(Item item) {
    var source = item.constantOrNull(SOURCE, Source.class);
    return new Mood(
        new Assessment(
            item.constant(LABEL, Sentiment.class),
            item.decimal(SCORE).doubleValue(),
            List.copyOf(item.textList(WORDS)),
            source == null ? Source.LEXICON : source),
        item.constantOrNull(CORRECTED, Sentiment.class));
  }
}
