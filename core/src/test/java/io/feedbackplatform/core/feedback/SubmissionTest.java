package io.feedbackplatform.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.feedbackplatform.core.DomainException.InvalidInput;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTest {

  @Test
  void acceptsARatingOrAMessageOrBoth() {
    assertThat(TestObjects.submission(3, null).message()).isNull();
    assertThat(TestObjects.submission(null, "Hello").rating()).isNull();
    assertThat(TestObjects.fullSubmission().name()).isEqualTo("Ada");
  }

  @Test
  void dropsSurroundingSpaceAndTakesBlankTextForAbsent() {
    var submission =
        new Submission(Answers.NONE, "  Hello \n", " ", "\t", "", null, null, Map.of());

    assertThat(submission).isEqualTo(TestObjects.submission(null, "Hello"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "\uFEFF \u00A0", "\u2060\u200D\n"})
  void takesTextThatNobodySeesForAbsent(String invisible) {
    assertThat(codes(() -> TestObjects.submission(null, invisible))).containsExactly("required");
  }

  @Test
  void refusesNeitherRatingNorMessage() {
    assertThat(violations(() -> TestObjects.submission(null, "   ")))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("rating", "required"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, -1, Integer.MAX_VALUE})
  void refusesARatingOutsideOneToFive(int rating) {
    assertThat(codes(() -> TestObjects.submission(rating, null))).containsExactly("out_of_range");
  }

  @Test
  void acceptsAnAnswerOnAnyScale() {
    for (int nps = 0; nps <= 10; nps++) {
      assertThat(TestObjects.submission(new Answers(null, nps, null)).nps()).isEqualTo(nps);
    }
    for (int ces = 1; ces <= 7; ces++) {
      assertThat(TestObjects.submission(new Answers(null, null, ces)).ces()).isEqualTo(ces);
    }
  }

  @Test
  void refusesAnswersBeyondTheirScales() {
    assertThat(violations(() -> TestObjects.submission(new Answers(0, -1, 0))))
        .extracting(Violation::field, Violation::code)
        .containsExactly(
            tuple("rating", "out_of_range"),
            tuple("nps", "out_of_range"),
            tuple("ces", "out_of_range"));
    assertThat(codes(() -> TestObjects.submission(new Answers(5, 11, 8))))
        .containsExactly("out_of_range", "out_of_range");
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(TestObjects.submission(null, "👍".repeat(5_000)).message()).hasSize(10_000);
    assertThat(codes(() -> TestObjects.submission(null, "👍".repeat(5_001))))
        .containsExactly("too_long");
    assertThat(withMetadata(Map.of("👍".repeat(50), "👍".repeat(500))).metadata()).hasSize(1);
    assertThat(codes(() -> withMetadata(Map.of("👍".repeat(51), "x"))))
        .containsExactly("invalid_key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"half \uD83D", "\uDE0D half", "nul \u0000 here"})
  void refusesTextThatCannotBeStored(String message) {
    assertThat(codes(() -> TestObjects.submission(null, message))).containsExactly("invalid_text");
    assertThat(codes(() -> withMetadata(Map.of("plan", message)))).containsExactly("invalid_text");
    assertThat(codes(() -> withMetadata(Map.of(message, "pro")))).containsExactly("invalid_key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "ada@",
        "@example.com",
        "ada@example",
        "a b@example.com",
        "ada@-example.com",
        "ada@exa mple.com",
        "a@b..de"
      })
  void refusesWhatIsNoEmailAddress(String email) {
    assertThat(codes(() -> withEmail(email))).containsExactly("invalid_email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.com", "a.b+c@sub.example.co.uk", "o'hara@example.ie"})
  void acceptsEmailAddresses(String email) {
    assertThat(withEmail(email).email()).isEqualTo(email);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "/cart",
        "ftp://example.com/",
        "https://",
        "https:///cart",
        "https://?cart",
        "https://shop.example/my cart",
        "https://shop.example/\"onclick=\"",
        "not a url",
        "data:text/html,x"
      })
  void refusesAPageThatIsNoWebAddress(String page) {
    assertThat(codes(() -> new Submission(3, null, null, null, null, page, null, Map.of())))
        .containsExactly("invalid_url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example",
        "http://localhost:3000/cart",
        "https://[::1]:8443/",
        "http://my_shop.example/",
        "https://shop.example/tags/[new]|a^b",
        "https://shop.example/100%?q={x}#/cart",
        "HTTPS://Shop.Example/caf\u00E9"
      })
  void acceptsEveryAddressThatABrowserShows(String page) {
    assertThat(new Submission(3, null, null, null, null, page, null, Map.of()).page())
        .isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"e", "english language", "en-", "123"})
  void refusesALocaleThatIsNoLanguageTag(String locale) {
    assertThat(codes(() -> new Submission(3, null, null, null, null, null, locale, Map.of())))
        .containsExactly("invalid_locale");
  }

  @Test
  void limitsMetadata() {
    var many = new HashMap<String, String>();
    IntStream.range(0, 21).forEach(i -> many.put("key" + i, "value"));

    assertThat(codes(() -> withMetadata(many))).containsExactly("too_many");
    assertThat(codes(() -> withMetadata(Map.of(" ", "value")))).containsExactly("invalid_key");
    assertThat(violations(() -> withMetadata(Map.of("plan", "x".repeat(501)))))
        .extracting(Violation::field)
        .containsExactly("metadata.plan");
  }

  @Test
  void listsEveryBrokenRuleAtOnce() {
    assertThat(
            violations(() ->
                new Submission(
                    9, null, "n".repeat(201), "nobody", null, "nowhere", "??", Map.of())))
        .extracting(Violation::field)
        .containsExactly("rating", "name", "email", "page", "locale");
  }

  @Test
  void hasAFingerprintThatTellsContentsApart() {
    var submission = TestObjects.fullSubmission();

    assertThat(Fingerprint.of(submission)).isEqualTo(Fingerprint.of(TestObjects.fullSubmission()));
    assertThat(Fingerprint.of(TestObjects.submission(4, "Hi")))
        .isNotEqualTo(Fingerprint.of(TestObjects.submission(null, "Hi")))
        .isNotEqualTo(Fingerprint.of(TestObjects.submission(4, "hi")))
        .isNotEqualTo(
            Fingerprint.of(new Submission(4, null, "Hi", null, null, null, null, Map.of())));
  }

  @Test
  void keepsTheFingerprintsOfOldAndTellsAnswersApart() {
    assertThat(Fingerprint.of(TestObjects.submission(4, "Hi")))
        .isEqualTo("ce74fa59a45dfc56979d155cce85b004f2b0628b26079b9c384412882a12e02e");
    assertThat(
            List.of(
                Fingerprint.of(TestObjects.submission(new Answers(4, null, null))),
                Fingerprint.of(TestObjects.submission(new Answers(4, 5, null))),
                Fingerprint.of(TestObjects.submission(new Answers(4, null, 5))),
                Fingerprint.of(TestObjects.submission(new Answers(4, 5, 5)))))
        .doesNotHaveDuplicates();
  }

  private static Submission withEmail(String email) {
    return new Submission(3, null, null, email, null, null, null, Map.of());
  }

  private static Submission withMetadata(Map<String, String> metadata) {
    return new Submission(3, null, null, null, null, null, null, metadata);
  }

  private static List<String> codes(Runnable submission) {
    return violations(submission).stream().map(Violation::code).toList();
  }

  private static List<Violation> violations(Runnable submission) {
    return catchThrowableOfType(InvalidInput.class, submission::run).violations();
  }
}
