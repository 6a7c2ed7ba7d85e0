package io.feedbackplatform.core.sentiment;

/** The words of a text as a list knows them: phrases are one, the longest from the left. */
final class Phrases {

  /** So many words between a negation and the next word of a phrase. */
  private static final int FILLERS = 2;

  private static final int UNKNOWN = -1;

  private final Words words;
  private final WordList language;
  private final WordList symbols;
  private final int[] places;
  private final int[] first;
  private int size;
  private int longest;
  private int longestEnd;

  private Phrases(Words words, WordList language, WordList symbols) {
    this.words = words;
    this.language = language;
    this.symbols = symbols;
    places = new int[words.size()];
    first = new int[words.size() + 1];
  }

  static Phrases of(Words words, WordList language, WordList symbols) {
    var phrases = new Phrases(words, language, symbols);
    phrases.read();
    return phrases;
  }

  int size() {
    return size;
  }

  Words words() {
    return words;
  }

  /** The first word of a phrase. */
  int first(int phrase) {
    return first[phrase];
  }

  /** The last word of a phrase. */
  int last(int phrase) {
    return first[phrase + 1] - 1;
  }

  boolean is(int phrase, int mark) {
    return places[phrase] >= 0 && list(phrase).is(places[phrase], mark);
  }

  float number(int phrase) {
    return list(phrase).number(places[phrase]);
  }

  private WordList list(int phrase) {
    return words.is(first[phrase], Words.SYMBOL) ? symbols : language;
  }

  private void read() {
    int word = 0;
    while (word < words.size()) {
      first[size] = word;
      if (words.is(word, Words.SYMBOL)) {
        places[size++] = symbols.find(words.key(word));
        word++;
        continue;
      }
      int place = find(word);
      longest = place;
      longestEnd = word + 1;
      if (language.is(place, WordList.OPENS)) {
        extend(words.key(word), word + 1, 0);
      }
      if (longestEnd == word + 1 && language.is(place, WordList.NEGATION)) {
        extend(WordListReader.NOT, word + 1, FILLERS);
      }
      places[size++] = longest;
      word = longestEnd;
    }
    first[size] = word;
  }

  private void extend(long opening, int from, int fillers) {
    long phrase = opening;
    int left = fillers;
    for (int next = from; next < words.size(); next++) {
      if (words.is(next, Words.CLAUSE | Words.SYMBOL)) {
        return;
      }
      long longer = Keys.then(phrase, words.key(next));
      int place = language.find(longer);
      if (place >= 0) {
        phrase = longer;
        left = 0;
        if (language.isMeaningful(place) && next + 1 > longestEnd) {
          longest = place;
          longestEnd = next + 1;
        }
        if (!language.is(place, WordList.OPENS)) {
          return;
        }
      } else if (left == 0 || !isFiller(next)) {
        return;
      } else {
        left--;
      }
    }
  }

  private boolean isFiller(int word) {
    return language.is(language.find(words.key(word)), WordList.FILLER | WordList.BOOSTER);
  }

  private int find(int word) {
    int place = language.find(words.key(word));
    if (place >= 0 || !words.is(word, Words.STRETCHED)) {
      return place;
    }
    place = language.find(Stretched.key(words.text(), words.start(word), words.end(word), 2));
    return place >= 0
        ? place
        : language.find(Stretched.key(words.text(), words.start(word), words.end(word), 1));
  }
}
