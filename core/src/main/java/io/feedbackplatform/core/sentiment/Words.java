package io.feedbackplatform.core.sentiment;

import java.util.Arrays;

/**
 * A text taken apart into words, emoticons and emoji, in one pass and without an object for each.
 * Addresses of pages are left out. "l'appli" is two words, "l'" and "appli"; other words keep their
 * apostrophes and are parted at hyphens.
 */
final class Words {

  /** All letters are capitals. */
  static final int CAPITALS = 1;

  /** A sentence or a part of one ends before the word. */
  static final int CLAUSE = 2;

  /** An emoticon or an emoji. */
  static final int SYMBOL = 8;

  /**
   * The word alone stands between quotation marks, or a mark in brackets follows it: "great(!)".
   */
  static final int IRONY = 16;

  /** Some letter stands three times in a row. */
  static final int STRETCHED = 32;

  /** A comma before the word. */
  static final int COMMA = 64;

  /** Asks for the coloured form of a sign. */
  private static final char AS_EMOJI = '\uFE0F';

  private final String text;
  private final WordList symbols;
  private long[] keys;
  private int[] starts;
  private int[] ends;
  private short[] marks;
  private int size;
  private int inCapitals;
  private int exclamations;
  private int questions;
  private int pending;

  private Words(String text, WordList symbols) {
    this.text = text;
    this.symbols = symbols;
    int room = text.length() / 4 + 8;
    keys = new long[room];
    starts = new int[room];
    ends = new int[room];
    marks = new short[room];
  }

  static Words of(String text, WordList symbols) {
    var words = new Words(text, symbols);
    words.read();
    return words;
  }

  int size() {
    return size;
  }

  long key(int word) {
    return keys[word];
  }

  boolean is(int word, int mark) {
    return (marks[word] & mark) != 0;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  int exclamations() {
    return exclamations;
  }

  int questions() {
    return questions;
  }

  String text() {
    return text;
  }

  /** Whether capitals say something: some words have nothing else, and some do not. */
  boolean mixesCapitals() {
    return inCapitals > 0 && inCapitals < size;
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next == ' ') {
        at++;
      } else if (isLetter(next)) {
        at = isAddress(at) ? skipToSpace(at) : word(at);
      } else {
        at = sign(at, next);
      }
    }
  }

  static boolean isLetter(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    return Character.isLetter(c);
  }

  private boolean isAddress(int at) {
    char first = text.charAt(at);
    return first == 'h' && (text.startsWith("http://", at) || text.startsWith("https://", at))
        || first == 'w' && text.startsWith("www.", at);
  }

  private int skipToSpace(int at) {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int word(int from) {
    long key = Keys.start();
    int at = from;
    int run = 0;
    int longest = 0;
    boolean upper = false;
    boolean lower = false;
    char before = 0;
    for (; at < text.length(); at++) {
      char next = text.charAt(at);
      if (next >= 'a' && next <= 'z') {
        lower = true;
        key = Keys.withPlain(key, next);
      } else if (isLetter(next)) {
        upper |= Character.isUpperCase(next);
        lower |= Character.isLowerCase(next);
        key = Keys.with(key, next);
      } else if (isApostrophe(next) && at + 1 < text.length() && isLetter(text.charAt(at + 1))) {
        key = Keys.with(key, '\'');
        if (elides(from, at)) {
          at++;
          break;
        }
      } else if (next < 0x300 || next > 0x36F) {
        break;
      }
      run = next == before ? run + 1 : 1;
      longest = Math.max(longest, run);
      before = next;
    }
    int mark = longest > 2 ? STRETCHED : 0;
    if (upper && !lower) {
      mark |= CAPITALS;
      inCapitals++;
    }
    add(Keys.end(key), from, at, mark);
    return at;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  /** French articles and pronouns without their vowel: l', n', qu' ... */
  private boolean elides(int from, int apostrophe) {
    int length = apostrophe - from;
    char first = Keys.plain(text.charAt(from));
    return length == 1 && "ljdnmstc".indexOf(first) >= 0
        || length == 2 && first == 'q' && Keys.plain(text.charAt(from + 1)) == 'u';
  }

  private int sign(int at, char sign) {
    if (sign >= 0x80) {
      return symbol(at, sign);
    }
    int end = Emoticons.end(text, at, symbols);
    if (end > at) {
      add(Emoticons.key(text, at, end), at, end, SYMBOL);
      return end;
    }
    switch (sign) {
      case '!' -> {
        exclamations++;
        pending |= CLAUSE;
      }
      case '?' -> {
        questions++;
        pending |= CLAUSE;
      }
      case '.' -> stop(at);
      case '\n' -> pending |= CLAUSE;
      case ';', ':' -> pending |= CLAUSE;
      case ',' -> pending |= COMMA;
      case '"' -> quote(at);
      case '(' -> doubt(at);
      default -> {}
    }
    return at + 1;
  }

  private int symbol(int at, char sign) {
    int end = at + 1;
    if (Character.isHighSurrogate(sign)
        && end < text.length()
        && Character.isLowSurrogate(text.charAt(end))) {
      end++;
    }
    switch (sign) {
      case '\u2026' -> pending |= CLAUSE;
      case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> quote(at);
      default -> {
        long key = Keys.of(text, at, end);
        if (end < text.length() && text.charAt(end) == AS_EMOJI) {
          end++;
        }
        if (symbols.find(key) >= 0) {
          add(key, at, end, SYMBOL);
        }
      }
    }
    return end;
  }

  /** A dot ends a sentence, but not between the digits of "4.5". */
  private void stop(int at) {
    boolean within =
        at > 0
            && at + 1 < text.length()
            && Character.isDigit(text.charAt(at - 1))
            && Character.isDigit(text.charAt(at + 1));
    pending |= within ? 0 : CLAUSE;
  }

  /** Only a word that is quoted alone: what is longer is somebody's saying. */
  private void quote(int at) {
    if (size > 0
        && ends[size - 1] == at
        && starts[size - 1] > 0
        && isQuote(text.charAt(starts[size - 1] - 1))) {
      marks[size - 1] |= IRONY;
    }
  }

  private static boolean isQuote(char c) {
    return c == '"' || c >= '\u201C' && c <= '\u201E' || c == '\u00AB' || c == '\u00BB';
  }

  private void doubt(int at) {
    if (size > 0 && (text.startsWith("(!)", at) || text.startsWith("(?)", at))) {
      marks[size - 1] |= IRONY;
    }
  }

  private void add(long key, int start, int end, int mark) {
    if (size == keys.length) {
      int room = size * 2;
      keys = Arrays.copyOf(keys, room);
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
      marks = Arrays.copyOf(marks, room);
    }
    keys[size] = key;
    starts[size] = start;
    ends[size] = end;
    marks[size] = (short) (mark | pending);
    pending = 0;
    size++;
  }
}
