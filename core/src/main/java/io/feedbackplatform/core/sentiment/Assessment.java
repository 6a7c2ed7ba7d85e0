package io.feedbackplatform.core.sentiment;

import java.util.List;

/**
 * What somebody or something makes of a piece of feedback.
 *
 * @param score from -1 (worst) to 1 (best), kept to four decimals
 * @param words the words that decided, strongest first, at most {@value #MOST_WORDS}
 */
public record Assessment(Sentiment label, double score, List<String> words, Source source) {

  public static final int MOST_WORDS = 10;

  private static final double PARTS = 10_000;

  public Assessment {
    if (!(score >= -1 && score <= 1)) {
      throw new IllegalArgumentException("a score is from -1 to 1");
    }
    if (words.size() > MOST_WORDS) {
      throw new IllegalArgumentException("at most " + MOST_WORDS + " words decide");
    }
    score = Math.round(score * PARTS) / PARTS;
    words = List.copyOf(words);
  }

  /** By a lexicon that gave no more than a label. */
  public static Assessment of(Sentiment label) {
    return new Assessment(label, 0, List.of(), Source.LEXICON);
  }

  /** By a person, who says it without shades: the score is that of the label in full. */
  public static Assessment byPerson(Sentiment label) {
    double score =
        switch (label) {
          case POSITIVE -> 1;
          case NEUTRAL -> 0;
          case NEGATIVE -> -1;
        };
    return new Assessment(label, score, List.of(), Source.PERSON);
  }

  /** The score as a whole number, from -10,000 to 10,000, which sums add up without error. */
  public long tenThousandths() {
    return Math.round(score * PARTS);
  }
}
