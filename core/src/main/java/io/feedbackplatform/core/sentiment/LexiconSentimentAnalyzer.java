package io.feedbackplatform.core.sentiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges messages by words with known valences and by rules about what stands around them, in the
 * manner of VADER (Hutto and Gilbert 2014). It speaks English, German, French, Spanish and
 * Portuguese. The locale's language is taken, unless the message has at least three function words
 * of another one and more than twice as many as of its own; without a locale that there is a list
 * for, the language with the most function words in the message, and in doubt English.
 *
 * <p>The rating counts as much as the message: the score is the mean of the two. A message without
 * a known word has the score of its rating, where a star above or below the middle is worth two
 * points of valence. When they contradict each other, the stronger one wins, or nobody.
 */
public final class LexiconSentimentAnalyzer implements SentimentAnalyzer {

  /** From which on a score is a mood; the threshold that VADER documents. */
  private static final double CLEAR = 0.05;

  private static final int MIDDLE = 3;
  private static final int STAR = 2;

  private static final WordList SYMBOLS =
      WordList.read(1 << 10, "emoticons-vader.txt", "emoji.txt");
  private static final Evidence EVIDENCE = new Evidence();

  /** With the lists that come with it: the English ones are read now, others when needed. */
  public LexiconSentimentAnalyzer() {
    Language.ENGLISH.words();
  }

  @Override
  public Assessment analyze(
      @Nullable String message, @Nullable Integer rating, @Nullable String locale) {
    double prior = rating == null ? 0 : Judgement.scoreOf(STAR * (rating - MIDDLE));
    if (message == null || message.isEmpty()) {
      return assessment(prior, List.of());
    }
    var words = Words.of(message, SYMBOLS);
    var language = EVIDENCE.languageOf(words, Language.of(locale));
    var judgement = Judgement.of(Phrases.of(words, language.words(), SYMBOLS));
    if (!judgement.knowsAnyWord()) {
      return assessment(prior, List.of());
    }
    double score = rating == null ? judgement.score() : (judgement.score() + prior) / 2;
    return assessment(score, Deciders.of(judgement, message, labelOf(score)));
  }

  private static Assessment assessment(double score, List<String> words) {
    return new Assessment(labelOf(score), score, words, Source.LEXICON);
  }

  private static Sentiment labelOf(double score) {
    if (Math.abs(score) < CLEAR) {
      return Sentiment.NEUTRAL;
    }
    return score > 0 ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
  }
}
