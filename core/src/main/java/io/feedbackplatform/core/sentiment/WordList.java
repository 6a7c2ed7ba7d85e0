package io.feedbackplatform.core.sentiment;

/**
 * Words and phrases of a language with what they do to the mood: an open-addressing table from
 * {@link Keys} to a number and marks. A word that begins a phrase is marked; each beginning of a
 * phrase has an entry of its own, so that phrases of any length are found word by word.
 */
final class WordList implements WordListReader.Entries {

  /** Has a valence, -4 to 4, as in VADER's lexicon. */
  static final int VALENCE = 1;

  /** Raises or lowers the valence of a word after it by its number. */
  static final int BOOSTER = 2;

  /** Turns round the valence of up to three words after it. */
  static final int NEGATION = 4;

  /** As a negation, for the next word only ("least"). */
  static final int NEAR = 8;

  /** A negation that has a valence when it stands for itself ("no"). */
  static final int ALONE = 16;

  /** What follows weighs more than what went before ("but"). */
  static final int CONTRAST = 32;

  /** Begins a longer phrase. */
  static final int OPENS = 64;

  /** May stand inside of a phrase that begins with a negation ("does not even work"). */
  static final int FILLER = 128;

  /** A negation that also stands behind what it negates ("funktioniert nicht"). */
  static final int BEHIND = 256;

  private final long[] keys;
  private final float[] numbers;
  private final short[] marks;
  private final int mask;
  private int size;

  /**
   * @param places a power of two, well above the number of entries
   */
  WordList(int places) {
    keys = new long[places];
    numbers = new float[places];
    marks = new short[places];
    mask = places - 1;
  }

  /** The place of an entry, or -1. */
  int find(long key) {
    int place = (int) (key >>> 32) & mask;
    while (keys[place] != key) {
      if (keys[place] == 0) {
        return -1;
      }
      place = (place + 1) & mask;
    }
    return place;
  }

  int marks(int place) {
    return marks[place];
  }

  boolean is(int place, int mark) {
    return place >= 0 && (marks[place] & mark) != 0;
  }

  /** Whether an entry is more than the beginning of a phrase. */
  boolean isMeaningful(int place) {
    return marks[place] != OPENS;
  }

  float number(int place) {
    return numbers[place];
  }

  int size() {
    return size;
  }

  static WordList read(int places, String... resources) {
    var list = new WordList(places);
    var reader = new WordListReader(list);
    for (var resource : resources) {
      reader.read(resource);
    }
    return list;
  }

  @Override
  public void enter(String head, long key) {
    switch (head) {
      case "booster" -> boost(key, 0.293f);
      case "dampener" -> boost(key, -0.293f);
      case "negation" -> mark(key, NEGATION);
      case "near" -> mark(key, NEGATION | NEAR);
      case "alone" -> mark(key, NEGATION | ALONE);
      case "behind" -> mark(key, NEGATION | BEHIND);
      case "contrast" -> mark(key, CONTRAST);
      case "filler" -> mark(key, FILLER);
      default -> throw new IllegalArgumentException("a word list says " + head);
    }
  }

  @Override
  public void open(long key) {
    mark(key, OPENS);
  }

  /** Gives an entry its valence, or takes it away when that is zero. */
  @Override
  public void rate(long key, float valence) {
    int place = make(key);
    numbers[place] = valence;
    marks[place] = (short) (valence == 0 ? marks[place] & ~VALENCE : marks[place] | VALENCE);
  }

  /** Marks a booster, which then has no valence. */
  private void boost(long key, float step) {
    rate(key, 0);
    int place = make(key);
    numbers[place] = step;
    marks[place] |= BOOSTER;
  }

  void mark(long key, int mark) {
    marks[make(key)] |= (short) mark;
  }

  private int make(long key) {
    int place = (int) (key >>> 32) & mask;
    while (keys[place] != key) {
      if (keys[place] == 0) {
        if (++size > mask - mask / 4) {
          throw new IllegalStateException("a word list needs more places than " + keys.length);
        }
        keys[place] = key;
      } else {
        place = (place + 1) & mask;
      }
    }
    return place;
  }
}
