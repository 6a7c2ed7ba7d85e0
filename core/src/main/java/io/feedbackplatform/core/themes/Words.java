package io.feedbackplatform.core.themes;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The words of a text in the form in which they are counted: in lower case, in the composed form of
 * Unicode (NFC), with accents, without the English genitive's ending. "l'appli" is "l" and "appli";
 * other words keep their apostrophes and are parted at hyphens. Addresses of pages and mailboxes
 * are left out. Taking a word apart once more gives the same word.
 *
 * <p>Takes time in proportion to the text's length, whatever is in it.
 */
final class Words {

  /** A word with more is none. */
  static final int LONGEST = 40;

  /** Characters that are looked at; a message has at most 5,000, of two parts each. */
  private static final int MOST_READ = 10_000;

  private static final char APOSTROPHE = '\'';

  private final String text;
  private final int end;
  private final List<String> words = new ArrayList<>();
  private final BitSet apart = new BitSet();
  private boolean parted = true;

  private Words(String text) {
    this.text = text;
    this.end = Math.min(text.length(), MOST_READ);
  }

  static Words of(String text) {
    var words = new Words(text);
    words.read();
    return words;
  }

  int size() {
    return words.size();
  }

  String get(int word) {
    return words.get(word);
  }

  /** Whether nothing but spaces or hyphens stands between a word and the one before it. */
  boolean adjoins(int word) {
    return !apart.get(word);
  }

  private void read() {
    int at = 0;
    while (at < end) {
      int next = text.codePointAt(at);
      if (isSpace(next)) {
        parted |= next == '\n';
        at++;
      } else {
        int to = endOfChunk(at);
        if (isAddress(at, to)) {
          parted = true;
        } else {
          chunk(at, to);
        }
        at = to;
      }
    }
  }

  private int endOfChunk(int from) {
    int at = from;
    while (at < end && !isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\t' || Character.isSpaceChar(c);
  }

  private boolean isAddress(int from, int to) {
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '@' || c == ':' && text.startsWith("://", at)) {
        return true;
      }
    }
    return text.regionMatches(true, from, "www.", 0, 4);
  }

  private void chunk(int from, int to) {
    int at = from;
    while (at < to) {
      int next = text.codePointAt(at);
      if (Character.isLetterOrDigit(next)) {
        at = word(at, to);
      } else {
        parted |= !isLoose(next);
        at += Character.charCount(next);
      }
    }
  }

  private int word(int from, int to) {
    var folded = new StringBuilder();
    boolean plain = true;
    int at = from;
    while (at < to) {
      int next = text.codePointAt(at);
      if (Character.isLetterOrDigit(next) || isMark(next)) {
        append(folded, Character.toLowerCase(next));
        plain &= next < Character.MIN_SURROGATE && next < 0x300;
      } else if (isApostrophe(next)
          && at + 1 < to
          && Character.isLetter(text.codePointAt(at + 1))) {
        if (isElided(folded)) {
          add(folded, plain);
          return at + 1;
        }
        append(folded, APOSTROPHE);
      } else if (Character.getType(next) != Character.FORMAT) {
        break;
      }
      at += Character.charCount(next);
    }
    add(folded, plain);
    return at;
  }

  /** Letters beyond the longest are told by one of them, which is enough to make it no word. */
  private static void append(StringBuilder folded, int letter) {
    if (folded.length() <= LONGEST) {
      folded.appendCodePoint(letter);
    }
  }

  private void add(StringBuilder folded, boolean plain) {
    var word = folded.length() > LONGEST ? "" : composed(withoutGenitive(folded), plain);
    if (word.isEmpty() || word.length() > LONGEST) {
      parted = true;
      return;
    }
    apart.set(words.size(), parted);
    words.add(word);
    parted = false;
  }

  private static StringBuilder withoutGenitive(StringBuilder word) {
    int length = word.length();
    while (length > 2 && word.charAt(length - 1) == 's' && word.charAt(length - 2) == APOSTROPHE) {
      length -= 2;
    }
    word.setLength(length);
    return word;
  }

  private static String composed(StringBuilder word, boolean plain) {
    return plain ? word.toString() : Normalizer.normalize(word, Normalizer.Form.NFC);
  }

  /** French articles, pronouns and prepositions without their vowel: l', n', qu' ... */
  private static boolean isElided(StringBuilder letters) {
    return switch (letters.length()) {
      case 1 -> "cdjlmnst".indexOf(letters.charAt(0)) >= 0;
      case 2 -> letters.charAt(0) == 'q' && letters.charAt(1) == 'u';
      default -> false;
    };
  }

  private static boolean isApostrophe(int c) {
    return c == APOSTROPHE || c == '\u2019' || c == '\u02BC';
  }

  private static boolean isLoose(int c) {
    return c == '-' || c == '\u2010' || c == '\u2011' || c == '_' || isApostrophe(c);
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }
}
