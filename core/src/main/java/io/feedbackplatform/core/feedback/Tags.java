package io.feedbackplatform.core.feedback;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The team's words for feedback: at most {@value #MOST} of {@value #LONGEST} characters, in lower
 * case, in the composed form of Unicode (NFC), without white space around them.
 */
public final class Tags {

  public static final int MOST = 20;
  public static final int LONGEST = 50;

  private Tags() {}

  /** Words as people write them, spelt as tags; two that come out alike are one. */
  public static Set<String> of(Collection<String> words) {
    var tags = new TreeSet<String>();
    words.forEach(word -> tags.add(spelt(word)));
    return kept(tags);
  }

  /**
   * @throws IllegalArgumentException when they are not as tags are kept
   */
  static SortedSet<String> kept(Set<String> tags) {
    if (tags.size() > MOST || !tags.stream().allMatch(Tags::isTag)) {
      throw new IllegalArgumentException(
          "tags are at most %d words of 1 to %d characters in lower case".formatted(MOST, LONGEST));
    }
    return Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  /** Lower case first: it may take a text out of the composed form. */
  private static String spelt(String word) {
    return Normalizer.normalize(word.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  private static boolean isTag(String text) {
    return !text.isEmpty()
        && text.codePointCount(0, text.length()) <= LONGEST
        && text.equals(spelt(text));
  }
}
