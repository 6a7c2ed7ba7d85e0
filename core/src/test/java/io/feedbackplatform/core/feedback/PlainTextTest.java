package io.feedbackplatform.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.feedbackplatform.core.DomainException.InvalidInput;
import io.feedbackplatform.core.TestObjects;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  void isComposed() {
    assertThat(message("Cafe\u0301")).isEqualTo("Caf\u00E9");
    assertThat(message("\u212B")).as("the sign of the angstrom").isEqualTo("\u00C5");
    assertThat(message("\uD83D\uDC69\u200D\uD83D\uDCBB")).hasSize(5);
  }

  @Test
  void holdsNoControlsButLineFeedAndTab() {
    assertThat(message("a\u0001\u0007\u0008\u001B[31mb\u007F\u0090c\td\ne"))
        .isEqualTo("a[31mbc\td\ne");
    assertThat(message("\u0007\u001B")).isNull();
  }

  @Test
  void endsLinesInOneWay() {
    assertThat(message("a\r\nb\rc\u0085d\ne")).isEqualTo("a\nb\nc\nd\ne");
  }

  @Test
  void isComposedAcrossAControlThatIsGone() {
    var text = message("e\u0001\u0301");

    assertThat(text).isEqualTo("\u00E9");
    assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
  }

  @Test
  void isWhatEveryFreeTextBecomes() {
    var dirty = "Cafe\u0301\u0007";
    var submission =
        new Submission(3, dirty, dirty, null, dirty, null, null, Map.of("k", dirty + "\r\n"));

    assertThat(submission)
        .isEqualTo(
            new Submission(
                3,
                "Caf\u00E9",
                "Caf\u00E9",
                null,
                "Caf\u00E9",
                null,
                null,
                Map.of("k", "Caf\u00E9\n")));
  }

  @Test
  void isTheSameWhenItIsMadeAgain() {
    var once = message("e\u0301 \u0958 \r\n x");

    assertThat(message(once)).isEqualTo(once);
  }

  @Test
  void isCountedAsItIsSentAndAsItIsKept() {
    assertThat(message("e\u0301".repeat(2_500))).hasSize(2_500);
    assertThat(refusal(() -> TestObjects.submission(null, "e\u0301".repeat(2_501))))
        .isEqualTo("too_long");
    assertThat(refusal(() -> TestObjects.submission(null, "\u0958".repeat(5_000))))
        .as("two characters each, once normalised")
        .isEqualTo("too_long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pl\u0007an", "pl\nan", "cafe\u0301", "\u212B"})
  void refusesKeysThatWouldHaveToChange(String key) {
    assertThat(
            refusal(() -> new Submission(3, null, null, null, null, null, null, Map.of(key, "v"))))
        .isEqualTo("invalid_key");
  }

  @Test
  void leavesAddressesForTheRulesToRefuse() {
    assertThat(
            refusal(() ->
                new Submission(3, null, null, "a\u0007@example.com", null, null, null, Map.of())))
        .isEqualTo("invalid_email");
    assertThat(
            refusal(() ->
                new Submission(
                    3, null, null, null, null, "https://x.example/\u0007", null, Map.of())))
        .isEqualTo("invalid_url");
  }

  /** Marks that have to change places: one that belongs below after each one above. */
  @Test
  void partsEndlessMarksSoThatTheyAreOrderedInPieces() {
    var marks = message("e" + "\u0301\u0316".repeat(40));

    assertThat(marks)
        .startsWith("\u00E9" + "\u0316".repeat(15) + "\u0301".repeat(14) + "\u034F\u0316")
        .hasSize(80 + 2)
        .isEqualTo(message(marks));
    assertThat(message("e" + "\u0316".repeat(30))).doesNotContain("\u034F");
  }

  @ParameterizedTest
  @ValueSource(ints = {2_450, 2_501, 30_000})
  void takesLittleTimeForEndlessMarks(int pairs) {
    var marks = "e" + "\u0301\u0316".repeat(pairs);

    Assertions.assertTimeout(
        Duration.ofSeconds(1), () -> refusal(() -> TestObjects.submission(null, marks)));
  }

  private static String message(String text) {
    return new Submission(3, text, null, null, null, null, null, Map.of()).message();
  }

  private static String refusal(Runnable submission) {
    return catchThrowableOfType(InvalidInput.class, submission::run).violations().getFirst().code();
  }
}
