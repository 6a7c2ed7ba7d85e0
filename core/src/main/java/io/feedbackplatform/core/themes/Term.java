package io.feedbackplatform.core.themes;

import java.util.Optional;

/**
 * A word, or two that stand side by side.
 *
 * @param text in lower case, in the composed form of Unicode, with one space between two words
 */
public record Term(String text) {

  /** Characters of the longest. */
  public static final int LONGEST = 2 * Words.LONGEST + 1;

  public Term {
    if (parse(text).filter(text::equals).isEmpty()) {
      throw new IllegalArgumentException("not a word or two");
    }
  }

  /** As people write it: case does not matter. Empty when it is not one word or two. */
  public static Optional<Term> of(String text) {
    return parse(text).filter(term -> parse(term).filter(term::equals).isPresent()).map(Term::new);
  }

  /**
   * Whether a message has it among its terms; where it does depends on nothing but the message.
   * Words that say little by themselves, as "the", are no terms, so that no message has them.
   */
  public boolean isIn(String message) {
    return Terms.of(message).contains(text);
  }

  private static Optional<String> parse(String text) {
    var words = Words.of(text);
    return switch (words.size()) {
      case 1 -> Optional.of(words.get(0));
      case 2 ->
          words.adjoins(1) ? Optional.of(words.get(0) + ' ' + words.get(1)) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
