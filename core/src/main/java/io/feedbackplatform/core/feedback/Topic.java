package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.themes.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What feedback is to be about; what is absent does not matter.
 *
 * @param category as it was sent
 * @param tag one of the team's words for it
 * @param words texts in lower case, each of which stands somewhere in the message or the name
 * @param term what the message speaks of, as it is counted in themes
 */
public record Topic(
    @Nullable String category, @Nullable String tag, List<String> words, @Nullable Term term) {

  public static final Topic ANY = new Topic(null, null, List.of(), null);

  public Topic {
    words = List.copyOf(words);
  }

  /**
   * As people write it: case does not matter but in the category.
   *
   * @param search words, with white space between them
   */
  public static Topic of(@Nullable String category, @Nullable String tag, @Nullable String search) {
    var words =
        search == null
            ? List.<String>of()
            : Arrays.stream(lower(String.valueOf(PlainText.of(search))).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    return new Topic(
        category == null ? null : String.valueOf(PlainText.of(category)).strip(),
        tag == null ? null : Tags.spelt(tag),
        words,
        null);
  }

  /** The same, and speaking of that. */
  public Topic speakingOf(@Nullable Term other) {
    return new Topic(category, tag, words, other);
  }

  boolean isOf(Feedback feedback) {
    var said = feedback.submission();
    return (category == null || category.equals(said.category()))
        && (tag == null || feedback.tags().contains(tag))
        && haveWords(said)
        && isSpokenOf(said.message());
  }

  private boolean isSpokenOf(@Nullable String message) {
    return term == null || message != null && term.isIn(message);
  }

  private boolean haveWords(Submission said) {
    if (words.isEmpty()) {
      return true;
    }
    var texts =
        Stream.of(said.message(), said.name())
            .map(text -> text == null ? "" : lower(text))
            .toList();
    return words.stream().allMatch(word -> texts.stream().anyMatch(text -> text.contains(word)));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
