package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.text.Line;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The team's words for feedback: at most {@value #MOST} of {@value #LONGEST} characters, in lower
 * case, in the composed form of Unicode (NFC), without white space around them and without control
 * characters.
 */
public final class Tags {

  public static final int MOST = 20;
  public static final int LONGEST = 50;

  /** A character takes four at most in the decomposed form; what is longer is not looked at. */
  private static final int LONGEST_SENT = 4 * LONGEST;

  private Tags() {}

  /**
   * Words as people write them, spelt as tags; two that come out alike are one.
   *
   * @throws DomainException.InvalidInput naming each word that makes no tag
   */
  public static Set<String> of(List<String> words) {
    var violations = new ArrayList<Violation>();
    var tags = new TreeSet<String>();
    for (int i = 0; i < words.size() && violations.size() < MOST; i++) {
      var tag = spelt(words.get(i));
      if (isTag(tag) && isSeen(tag)) {
        tags.add(tag);
      } else {
        violations.add(
            new Violation(
                "tags[" + i + "]",
                "invalid_tag",
                "Send 1 to " + LONGEST + " characters that are seen, none of them a control."));
      }
    }
    if (tags.size() > MOST) {
      violations.add(
          new Violation("tags", "too_many", "Send at most " + MOST + " different tags."));
    }
    if (!violations.isEmpty()) {
      throw new DomainException.InvalidInput(violations);
    }
    return kept(tags);
  }

  /**
   * @throws IllegalArgumentException when they are not as tags are kept
   */
  static SortedSet<String> kept(Set<String> tags) {
    if (tags.size() > MOST
        || !tags.stream().allMatch(tag -> isTag(tag) && tag.equals(spelt(tag)))) {
      throw new IllegalArgumentException("not tags as they are kept: " + tags.size());
    }
    return Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  /** A word as it is spelt as a tag; what cannot be one stays none. */
  static String spelt(String word) {
    var stripped = word.strip();
    // Lower case first: it may take a text out of the composed form.
    return stripped.codePointCount(0, stripped.length()) > LONGEST_SENT
        ? stripped
        : Normalizer.normalize(stripped.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  /**
   * Two tags that look alike are not to be two, and none turns the text around it. What joins
   * letters and emojis (U+200C and U+200D) stands between others. Tags that were kept before this
   * was asked stay readable.
   */
  private static boolean isSeen(String tag) {
    return Line.isVisible(tag.codePointAt(0))
        && Line.isVisible(tag.codePointBefore(tag.length()))
        && tag.codePoints().allMatch(c -> Line.isVisible(c) || c == 0x200C || c == 0x200D);
  }

  private static boolean isTag(String text) {
    return !text.isEmpty()
        && text.codePointCount(0, text.length()) <= LONGEST
        && text.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }
}
