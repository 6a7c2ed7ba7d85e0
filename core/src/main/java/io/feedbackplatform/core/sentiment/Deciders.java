package io.feedbackplatform.core.sentiment;

import java.util.ArrayList;
import java.util.List;

/**
 * The words that decided, strongest first, as they stand in the text: those that speak for the mood
 * that came out, and both sides when that is neutral. A negation comes with what it negates.
 */
final class Deciders {

  /** What stands between a negation and its word is shown up to this length. */
  private static final int LONGEST = 60;

  private Deciders() {}

  static List<String> of(Judgement judgement, String text, Sentiment label) {
    int[] strongest = new int[Assessment.MOST_WORDS];
    int found = 0;
    for (int phrase = 0; phrase < judgement.size(); phrase++) {
      float valence = judgement.valenceOf(phrase);
      if (speaksFor(label, valence)) {
        found = insert(judgement, strongest, found, phrase);
      }
    }
    if (found == 0) {
      return List.of();
    }
    var words = new ArrayList<String>(found);
    for (int at = 0; at < found; at++) {
      var word = saying(judgement, text, strongest[at]);
      if (!words.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean speaksFor(Sentiment label, float valence) {
    return switch (label) {
      case POSITIVE -> valence > 0;
      case NEGATIVE -> valence < 0;
      case NEUTRAL -> valence != 0;
    };
  }

  /** Keeps the strongest in order; of equals, what is said first. */
  private static int insert(Judgement judgement, int[] strongest, int found, int phrase) {
    float strength = Math.abs(judgement.valenceOf(phrase));
    int at = found;
    while (at > 0 && Math.abs(judgement.valenceOf(strongest[at - 1])) < strength) {
      at--;
    }
    if (at == strongest.length) {
      return found;
    }
    int size = Math.min(found + 1, strongest.length);
    System.arraycopy(strongest, at, strongest, at + 1, size - at - 1);
    strongest[at] = phrase;
    return size;
  }

  private static String saying(Judgement judgement, String text, int phrase) {
    int from = judgement.start(judgement.from(phrase));
    int end = judgement.end(judgement.to(phrase));
    if (end - from > LONGEST) {
      from = judgement.start(phrase);
      end = judgement.end(phrase);
    }
    int cut = Math.min(end, from + LONGEST);
    return text.substring(
        from, cut < end && Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut);
  }
}
