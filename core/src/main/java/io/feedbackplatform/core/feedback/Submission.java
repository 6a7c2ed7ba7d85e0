package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.DomainException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor sends: an answer on a scale, a message, or both, and what they care to add. One
 * that exists is valid; {@link SubmissionRules} says what that takes. Texts are in the composed
 * form of Unicode (NFC) without control characters but line feed and tab; surrounding white space
 * is dropped, and a text of nothing else counts as absent. An address is taken as it came, or
 * refused.
 *
 * @param message at most 5,000 characters
 * @param page address of the page that it was sent from
 * @param locale language tag of the visitor (BCP 47)
 * @param metadata at most 20 short facts that the site adds
 */
public record Submission(
    Answers answers,
    @Nullable String message,
    @Nullable String name,
    @Nullable String email,
    @Nullable String category,
    @Nullable String page,
    @Nullable String locale,
    Map<String, String> metadata) {

  /**
   * @throws DomainException.InvalidInput listing every rule that is broken
   */
  public Submission {
    message = presence(PlainText.of(message));
    name = presence(PlainText.of(name));
    email = presence(email);
    category = presence(PlainText.of(category));
    page = presence(page);
    locale = presence(locale);
    metadata = plain(metadata);
    var violations =
        SubmissionRules.check(answers, message, name, email, category, page, locale, metadata);
    if (!violations.isEmpty()) {
      throw new DomainException.InvalidInput(violations);
    }
  }

  /** With no other answer than a rating. */
  public Submission(
      @Nullable Integer rating,
      @Nullable String message,
      @Nullable String name,
      @Nullable String email,
      @Nullable String category,
      @Nullable String page,
      @Nullable String locale,
      Map<String, String> metadata) {
    this(Answers.rating(rating), message, name, email, category, page, locale, metadata);
  }

  public @Nullable Integer rating() {
    return answers.rating();
  }

  public @Nullable Integer nps() {
    return answers.nps();
  }

  public @Nullable Integer ces() {
    return answers.ces();
  }

  /** Keys stay as they are: two of them must not become one. */
  private static Map<String, String> plain(Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> String.valueOf(PlainText.of(entry.getValue()))));
  }

  private static @Nullable String presence(@Nullable String text) {
    return text == null || text.codePoints().allMatch(Submission::isInvisible)
        ? null
        : text.strip();
  }

  /** White space, or a mark that only steers other characters, such as the zero-width space. */
  private static boolean isInvisible(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
