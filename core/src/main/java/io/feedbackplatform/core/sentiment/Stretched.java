package io.feedbackplatform.core.sentiment;

/** Words with letters repeated for emphasis: "sooo", "looove", "coool". */
final class Stretched {

  /** No known word is longer, however it is stretched. */
  private static final int LONGEST = 60;

  private Stretched() {}

  /** The key of a word with at most so many equal letters in a row. */
  static long key(String text, int from, int to, int most) {
    long key = Keys.start();
    int run = 0;
    char before = 0;
    for (int at = from; at < Math.min(to, from + LONGEST); at++) {
      char letter = Keys.plain(text.charAt(at));
      run = letter == before ? run + 1 : 1;
      before = letter;
      if (run <= most) {
        key = Keys.with(key, letter);
      }
    }
    return Keys.end(key);
  }
}
