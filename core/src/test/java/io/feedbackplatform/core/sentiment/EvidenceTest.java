package io.feedbackplatform.core.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

  private final Evidence evidence = new Evidence();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          de    | Danke für die schnelle Lieferung                    | GERMAN
          en    | Danke für die schnelle Lieferung                    | GERMAN
          de    | The site is great and I was happy with it           | ENGLISH
          de    | Super, "the best"                                   | GERMAN
          -     | Super                                               | ENGLISH
          -     | Danke für die schnelle Lieferung                    | GERMAN
          -     | Je ne suis pas content de la livraison              | FRENCH
          -     | El pedido llegó muy tarde y no me gusta             | SPANISH
          -     | O pedido não chegou e eu não gostei                 | PORTUGUESE
          it    | Je ne suis pas content de la livraison              | FRENCH
          it    | Tutto bene                                          | ENGLISH
          pt-BR | Excelente                                           | PORTUGUESE
          es-MX | Excelente                                           | SPANISH
          """)
  void tellsTheLanguage(@Nullable String locale, String text, Language language) {
    var words = Words.of(text, new WordList(2));

    assertThat(evidence.languageOf(words, Language.of(locale))).isEqualTo(language);
  }

  @Test
  void takesTheFirstPartOfALocale() {
    assertThat(Language.of("de")).isEqualTo(Language.GERMAN);
    assertThat(Language.of("DE-at")).isEqualTo(Language.GERMAN);
    assertThat(Language.of("fr_CA")).isEqualTo(Language.FRENCH);
    assertThat(Language.of("den")).isNull();
    assertThat(Language.of("d")).isNull();
    assertThat(Language.of("")).isNull();
    assertThat(Language.of(null)).isNull();
  }
}
