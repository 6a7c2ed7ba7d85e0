package io.feedbackplatform.core.comprehend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

  private static final String SMILE = "\uD83D\uDE00";

  @ParameterizedTest
  @ValueSource(strings = {"a", "\u00E9", "\u20AC", SMILE, "e\u0301"})
  void cutsAtACharacterAndNoEarlierThanItHasTo(String character) {
    var cut = Document.cut(character.repeat(5_000));

    assertThat(cut.getBytes(UTF_8)).hasSizeBetween(Document.MOST_BYTES - 3, Document.MOST_BYTES);
    assertThat(new String(cut.getBytes(UTF_8), UTF_8)).isEqualTo(cut);
    assertThat(character.repeat(5_000)).startsWith(cut);
  }

  @Test
  void leavesAloneWhatFits() {
    var fitting = "\u20AC".repeat(1_666);

    assertThat(Document.cut("")).isEmpty();
    assertThat(Document.cut("Good.")).isEqualTo("Good.");
    assertThat(Document.cut(fitting)).isEqualTo(fitting);
    assertThat(Document.cut(fitting + "ab")).isEqualTo(fitting + "a");
    assertThat(Document.cut(fitting + SMILE)).isEqualTo(fitting);
  }

  @ParameterizedTest
  @CsvSource({
    "de-CH, de",
    "en, en",
    "pt-BR, pt",
    "it, it",
    "IT-ch, it",
    "ja-JP, ja",
    "zh, zh",
    "zh-CN, zh",
    "zh-TW, zh-TW",
    "zh-Hant-HK, zh-TW",
    ", en"
  })
  void goesByTheLocale(String locale, String code) {
    assertThat(Document.languageOf("Hm.", locale).orElseThrow().toString()).isEqualTo(code);
  }

  /** English is the guess where nothing shows; these are signs of something else. */
  @ParameterizedTest
  @CsvSource({
    "\u3068\u3066\u3082\u826F\u3044\u3067\u3059, ",
    "\u3068\u3066\u3082\u826F\u3044\u3067\u3059, en-US",
    "iPhone\u306E\u30B1\u30FC\u30B9\u306F\u6700\u9AD8\u3067\u3059, ",
    "\u041E\u0447\u0435\u043D\u044C \u0445\u043E\u0440\u043E\u0448\u043E, de",
    "\u041E\u0447\u0435\u043D\u044C \u0445\u043E\u0440\u043E\u0448\u043E, it-IT",
    "10/10, "
  })
  void takesNothingForEnglishThatDoesNotLookLikeIt(String message, String locale) {
    assertThat(Document.languageOf(message, locale)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Tr\u00E8s bien \u2764, fr, fr",
    "10/10, en-GB, en",
    "\u3068\u3066\u3082\u826F\u3044\u3067\u3059, ja, ja"
  })
  void takesItForWhatItLooksLike(String message, String locale, String code) {
    assertThat(Document.languageOf(message, locale).orElseThrow().toString()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl-NL", "pl", "tlh", "x", "-"})
  void knowsWhatItDoesNotKnow(String locale) {
    assertThat(Document.languageOf("Hm.", locale)).isEmpty();
  }

  @Test
  void believesTheMessageMoreThanAWrongLocale() {
    assertThat(
            Document.languageOf("This is the best shop that I have been to, and it was fun.", "de")
                .orElseThrow()
                .toString())
        .isEqualTo("en");
    assertThat(
            Document.languageOf("Das ist nicht gut und ich bin nicht zufrieden damit.", null)
                .orElseThrow()
                .toString())
        .isEqualTo("de");
  }
}
