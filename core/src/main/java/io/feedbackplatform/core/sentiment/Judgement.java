package io.feedbackplatform.core.sentiment;

/**
 * How much each word of a text says, and all of them together, by the rules of VADER (Hutto and
 * Gilbert 2014, A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text).
 */
final class Judgement {

  /** What a word gains that alone is in capitals. */
  private static final float CAPITALS = 0.733f;

  /** Negations and boosters work on so many words. */
  private static final int REACH = 3;

  /** What a negation leaves of a valence. */
  private static final float NEGATED = -0.74f;

  /** Of a booster, by its distance. */
  private static final float[] DECAY = {1, 0.95f, 0.9f};

  private static final float BEFORE_CONTRAST = 0.5f;
  private static final float AFTER_CONTRAST = 1.5f;
  private static final float EXCLAMATION = 0.292f;
  private static final float QUESTION = 0.18f;
  private static final float MANY_QUESTIONS = 0.96f;

  /** Brings sums to -1..1. */
  private static final float SPREAD = 15;

  private final Phrases phrases;
  private final Words words;
  private final float[] valences;
  private final int[] from;
  private final int[] to;

  private Judgement(Phrases phrases) {
    this.phrases = phrases;
    this.words = phrases.words();
    valences = new float[phrases.size()];
    from = new int[phrases.size()];
    to = new int[phrases.size()];
  }

  static Judgement of(Phrases phrases) {
    var judgement = new Judgement(phrases);
    for (int at = 0; at < phrases.size(); at++) {
      judgement.from[at] = at;
      judgement.to[at] = at;
      if (phrases.is(at, WordList.VALENCE)) {
        judgement.valences[at] = judgement.valence(at);
      }
    }
    judgement.weighContrast();
    return judgement;
  }

  int size() {
    return valences.length;
  }

  /** Where a phrase begins in the text. */
  int start(int phrase) {
    return words.start(phrases.first(phrase));
  }

  int end(int phrase) {
    return words.end(phrases.last(phrase));
  }

  float valenceOf(int phrase) {
    return valences[phrase];
  }

  /** The first phrase that is part of what is said by this one: the negation of "not very good". */
  int from(int phrase) {
    return from[phrase];
  }

  /** The last phrase that is part of what is said: the negation of "funktioniert nicht". */
  int to(int phrase) {
    return to[phrase];
  }

  /** -1 to 1; 0 when no word is known. */
  double score() {
    float sum = 0;
    for (float valence : valences) {
      sum += valence;
    }
    if (sum == 0) {
      return 0;
    }
    sum += sum > 0 ? emphasis() : -emphasis();
    return scoreOf(sum);
  }

  /** A sum of valences on the scale from -1 to 1. */
  static double scoreOf(double sum) {
    return sum / Math.sqrt(sum * sum + SPREAD);
  }

  boolean knowsAnyWord() {
    for (float valence : valences) {
      if (valence != 0) {
        return true;
      }
    }
    return false;
  }

  private float emphasis() {
    float exclamation = Math.min(words.exclamations(), 4) * EXCLAMATION;
    int questions = words.questions();
    if (questions < 2) {
      return exclamation;
    }
    return exclamation + (questions <= 3 ? questions * QUESTION : MANY_QUESTIONS);
  }

  private float valence(int at) {
    if (phrases.is(at, WordList.ALONE) && negatesNext(at)) {
      return 0;
    }
    float valence = phrases.number(at);
    if (isLoud(at)) {
      valence += valence > 0 ? CAPITALS : -CAPITALS;
    }
    boolean negated = false;
    for (int distance = 1; distance <= REACH && distance <= at; distance++) {
      int before = at - distance;
      if (words.is(phrases.first(before + 1), Words.CLAUSE | Words.COMMA)) {
        break;
      }
      if (phrases.is(before, WordList.BOOSTER)) {
        float step = phrases.number(before);
        if (isLoud(before)) {
          step += CAPITALS;
        }
        valence += (valence > 0 ? step : -step) * DECAY[distance - 1];
      } else if (!negated && negates(before, distance)) {
        valence *= NEGATED;
        negated = true;
        from[at] = before;
      }
    }
    if (!negated && valence > 0) {
      to[at] = negationBehind(at);
      valence *= to[at] > at ? NEGATED : 1;
    }
    return valence > 0 && isIronic(at) ? valence * NEGATED : valence;
  }

  private boolean negatesNext(int at) {
    return at + 1 < phrases.size()
        && phrases.is(at + 1, WordList.VALENCE)
        && !words.is(phrases.first(at + 1), Words.CLAUSE | Words.COMMA);
  }

  private boolean negates(int before, int distance) {
    if (!phrases.is(before, WordList.NEGATION)) {
      return false;
    }
    return distance == 1 || !phrases.is(before, WordList.NEAR);
  }

  /**
   * The negation that ends the clause of a good word, or the word itself: "Das funktioniert leider
   * nicht".
   */
  private int negationBehind(int at) {
    for (int after = at + 1; after <= at + REACH && after < phrases.size(); after++) {
      if (words.is(phrases.first(after), Words.CLAUSE)) {
        return at;
      }
      if (phrases.is(after, WordList.BEHIND)) {
        return endsClause(after) ? after : at;
      }
    }
    return at;
  }

  private boolean endsClause(int at) {
    return at + 1 == phrases.size()
        || words.is(phrases.first(at + 1), Words.CLAUSE | Words.COMMA | Words.SYMBOL)
        || phrases.is(at + 1, WordList.CONTRAST);
  }

  private boolean isIronic(int at) {
    return anyWordIs(at, Words.IRONY);
  }

  private boolean anyWordIs(int at, int mark) {
    for (int word = phrases.first(at); word <= phrases.last(at); word++) {
      if (words.is(word, mark)) {
        return true;
      }
    }
    return false;
  }

  private boolean isLoud(int at) {
    return words.mixesCapitals() && anyWordIs(at, Words.CAPITALS);
  }

  private void weighContrast() {
    int contrast = 0;
    while (contrast < phrases.size() && !phrases.is(contrast, WordList.CONTRAST)) {
      contrast++;
    }
    if (contrast == phrases.size()) {
      return;
    }
    for (int at = 0; at < phrases.size(); at++) {
      valences[at] *= at < contrast ? BEFORE_CONTRAST : AFTER_CONTRAST;
    }
  }
}
