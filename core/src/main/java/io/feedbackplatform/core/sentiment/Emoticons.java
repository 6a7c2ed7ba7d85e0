package io.feedbackplatform.core.sentiment;

/** Finds emoticons such as {@code :-)} where they stand for themselves. */
final class Emoticons {

  private static final int LONGEST = 5;

  private Emoticons() {}

  /** The end of the emoticon that begins here, or the beginning itself when there is none. */
  static int end(String text, int at, WordList symbols) {
    if (":;=<>(8^*\\-@".indexOf(text.charAt(at)) < 0) {
      return at;
    }
    boolean apart = at == 0 || !Words.isLetter(text.charAt(at - 1));
    for (int end = Math.min(at + LONGEST, text.length()); end > at + 1; end--) {
      char last = text.charAt(end - 1);
      boolean mouth = last == ')' || last == '(';
      if (Character.isWhitespace(last)
          || !apart && !mouth
          || end < text.length() && (Words.isLetter(text.charAt(end)) || text.charAt(end) == '/')) {
        continue;
      }
      if (symbols.find(key(text, at, end)) >= 0) {
        int all = end;
        while (mouth && all < text.length() && text.charAt(all) == last) {
          all++;
        }
        return all;
      }
    }
    return at;
  }

  /** ":)))" is as ":)". */
  static long key(String text, int from, int to) {
    int end = to;
    while (end - from > 2 && text.charAt(end - 1) == text.charAt(end - 2)) {
      end--;
    }
    return Keys.of(text, from, end);
  }
}
