package io.feedbackplatform.core.sentiment;

/**
 * What words are looked up by: 64 bits of their letters (FNV-1a), in lower case and without most
 * accents. Two of the some 30,000 words of all lists have the same key with a chance of less than
 * one to ten thousand million, so that the lists keep no letters.
 */
final class Keys {

  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /**
   * The letters of Latin-1 from A with grave without their accents, for people who leave them out.
   * German keeps its own: "schon" is not "schön".
   */
  private static final String PLAIN =
      "aaaaäaaceeeeiiiiðnooooö×ouuuüyþßaaaaäaaceeeeiiiiðnooooö÷ouuuüyþy";

  private Keys() {}

  static long of(CharSequence text, int from, int to) {
    long key = START;
    for (int at = from; at < to; at++) {
      key = with(key, text.charAt(at));
    }
    return end(key);
  }

  static long start() {
    return START;
  }

  /** The key of what was read so far and one more character. */
  static long with(long key, char letter) {
    return (key ^ plain(letter)) * PRIME;
  }

  static long with(long key, String letters) {
    long longer = key;
    for (int at = 0; at < letters.length(); at++) {
      longer = with(longer, letters.charAt(at));
    }
    return longer;
  }

  /** As {@link #with} for a letter from a to z. */
  static long withPlain(long key, int letter) {
    return (key ^ letter) * PRIME;
  }

  static long end(long key) {
    long mixed = (key ^ key >>> 32) * 0x9e3779b97f4a7c15L;
    // Zero marks an empty place in a table.
    return (mixed ^ mixed >>> 29) | 1;
  }

  /** The key of a phrase and one more word. */
  static long then(long phrase, long word) {
    return end((phrase + 0x632be59bd9b4e019L) * PRIME ^ word);
  }

  static char plain(char letter) {
    if (letter < 0x80) {
      return letter >= 'A' && letter <= 'Z' ? (char) (letter | 0x20) : letter;
    }
    if (letter < 0xC0) {
      return letter;
    }
    if (letter <= 0xFF) {
      return PLAIN.charAt(letter - 0xC0);
    }
    return letter == '\u2019' ? '\'' : Character.toLowerCase(letter);
  }
}
