package io.feedbackplatform.core.sentiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads word lists from the class path. A line is what its entries do, and after it the entries,
 * each after a tab: a valence, or a word that {@link Entries} knows. An entry is a word, a phrase
 * with spaces (NOT in it stands for every negation), an emoticon or an emoji; of two lines for the
 * same entry, the later one holds. Lines that begin with # say something about the list.
 *
 * <p>Reads bytes and makes no object for an entry: the API reads its lists while it starts.
 */
final class WordListReader {

  /** Stands for all negations in phrases. */
  static final long NOT = Keys.of("NOT ", 0, 4);

  private final Entries entries;
  private byte[] text = {};
  private int wordEnd;

  WordListReader(Entries entries) {
    this.entries = entries;
  }

  /** What becomes of the entries of a list. */
  @FunctionalInterface
  interface Entries {

    /**
     * @param head what its line begins with
     */
    void enter(String head, long key);

    default void rate(long key, float valence) {
      throw new IllegalArgumentException("these words have no valence");
    }

    default void open(long key) {
      throw new IllegalArgumentException("here are no phrases");
    }
  }

  WordListReader read(String resource) {
    text = load(resource);
    int at = 0;
    while (at < text.length) {
      at = text[at] == '#' ? skipLine(at) : readLine(at);
    }
    return this;
  }

  private int skipLine(int from) {
    int at = from;
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private int readLine(int from) {
    int tab = from;
    while (text[tab] != '\t') {
      tab++;
    }
    var head = new String(text, from, tab - from, StandardCharsets.US_ASCII);
    boolean rated = head.charAt(0) == '-' || head.charAt(0) <= '9';
    float number = rated ? Float.parseFloat(head) : 0;
    int at = tab;
    long phrase = 0;
    while (at < text.length && text[at] != '\n') {
      long word = readWord(at + 1);
      at = wordEnd;
      phrase = phrase == 0 ? word : Keys.then(phrase, word);
      if (at < text.length && text[at] == ' ') {
        entries.open(phrase);
      } else {
        if (rated) {
          entries.rate(phrase, number);
        } else {
          entries.enter(head, phrase);
        }
        phrase = 0;
      }
    }
    return at + 1;
  }

  /** A method of its own, called for each word: soon compiled, which a long loop would not be. */
  private long readWord(int from) {
    long key = Keys.start();
    int at = from;
    for (; at < text.length; at++) {
      int next = text[at];
      if (next >= 'a' && next <= 'z') {
        key = Keys.withPlain(key, next);
      } else if (next == '\t' || next == '\n' || next == ' ') {
        break;
      } else if (next >= 0) {
        key = Keys.with(key, (char) next);
      } else {
        int bytes = next >= (byte) 0xF0 ? 4 : next >= (byte) 0xE0 ? 3 : 2;
        key = Keys.with(key, new String(text, at, bytes, StandardCharsets.UTF_8));
        at += bytes - 1;
      }
    }
    wordEnd = at;
    boolean negation = at - from == 3 && text[from] == 'N' && text[from + 1] == 'O';
    return negation ? NOT : Keys.end(key);
  }

  private static byte[] load(String resource) {
    try (var stream = WordListReader.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the word list " + resource + " is not on the class path");
      }
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
