package io.feedbackplatform.core.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The checkout page is very slow       | checkout, page, slow, checkout page",
        "Battery life! Battery LIFE.          | battery, life, battery life",
        "Die Lieferung war viel zu spät       | lieferung, spät",
        "L’appli plante après la mise à jour  | appli, plante, mise, jour, appli plante",
        "La aplicación se cierra siempre      | aplicación, cierra",
        "O aplicativo não abre mais           | aplicativo, abre",
        "error 404 on 3 2                     | error, error 404",
        "Slow. Search                         | slow, search",
        "wi-fi of my_phone                    | wi, fi, wi fi, phone",
        "The customer's cart, cart            | customer, cart, customer cart",
        "write to jo@example.com or https://a.example/page now | write",
        "it is so                             | ''"
      })
  void takesWordsAndPairsOnce(String text, String terms) {
    var expected = terms.isEmpty() ? new String[0] : terms.split(", ");

    assertThat(Terms.of(text)).containsExactlyInAnyOrder(expected);
  }

  @Test
  void tellsWordsOfOneLanguageFromStopWordsOfAnother() {
    assertThat(Terms.of("My car will not start, the app is fine")).contains("car");
    assertThat(Terms.of("Je suis déçu car le colis est perdu")).doesNotContain("car");
    assertThat(Terms.of("The die is cast in the wrong form")).contains("die");
    assertThat(Terms.of("die App ist gut und die Suche auch")).doesNotContain("die");
  }

  @Test
  void knowsWordsInWhateverFormTheyAreWritten() {
    assertThat(Terms.of("CAFE\u0301")).isEqualTo(Terms.of("caf\u00E9")).containsExactly("café");
    assertThat(Terms.of("bat\u00ADtery")).containsExactly("battery");
    assertThat(Terms.of("does’nt")).isEqualTo(Terms.of("does'nt"));
    assertThat(Terms.of("cafe")).doesNotContain("café");
    assertThat(Terms.of("ΟΔΟΣ")).isEqualTo(Terms.of("οδοσ"));
  }

  /** Whatever counts can be asked for, and is found where it was counted. */
  @Test
  void findsEveryTermByItself() {
    var random = new Random(30);
    var letters = "aAbsSlLqu''’'’-_ .,9 ßẞİıſéE\u0301\u0308\u00AD\u200DΣςK\u034F😀ﬀ中\n";
    var drawn =
        Stream.generate(() ->
                random
                    .ints(60, 0, letters.length())
                    .mapToObj(at -> letters.substring(at, at + 1))
                    .collect(Collectors.joining()))
            .limit(20_000);
    var chosen = Stream.of("it's' s's l's qu's rock'n'roll's", "x'\u00ADs its's's", "'s d'accord");

    Stream.concat(chosen, drawn)
        .forEach(text -> {
          for (var term : Terms.of(text)) {
            assertThat(Term.of(term)).as(text).hasValue(new Term(term));
            assertThat(new Term(term).isIn(text)).as(text).isTrue();
          }
        });
  }

  @Test
  void findsWordsOfEveryLetterByThemselves() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(letter -> Character.isDefined(letter) && Character.isLetter(letter))
        .mapToObj(Character::toString)
        .flatMap(letter -> Stream.of("x" + letter, letter + letter + "\u0307\u0323", letter + "'x"))
        .flatMap(text -> Terms.of(text).stream())
        .filter(term -> !Term.of(term).map(Term::text).equals(Optional.of(term)))
        .forEach(term -> assertThat(term).as("found by itself").isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "!", "checkout, page", "a b c", "jo@example.com", "https://x.y"})
  void isOneWordOrTwoSideBySide(String text) {
    assertThat(Term.of(text)).isEmpty();
  }

  @Test
  void asksAsPeopleWrite() {
    assertThat(Term.of("  Checkout-PAGE ")).hasValue(new Term("checkout page"));
    assertThat(new Term("checkout page").isIn("Checkout page broke")).isTrue();
    assertThat(new Term("checkout").isIn("checkouts")).isFalse();
    assertThat(new Term("checkout page").isIn("the page of the checkout")).isFalse();
  }

  @Test
  void takesNoLongerForHostileTexts() {
    var texts =
        Stream.of(
            "x".repeat(10_000),
            "a\u0301".repeat(1_000_000),
            "a" + "\u0301\u0323".repeat(1_000_000),
            "'s".repeat(1_000_000),
            "x'".repeat(1_000_000),
            "@".repeat(1_000_000),
            "www.".repeat(1_000_000),
            "\uD83D".repeat(1_000_000),
            " ".repeat(1_000_000),
            IntStream.range(0, 1_000_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")));

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> texts.forEach(text -> assertThat(Terms.of(text)).hasSizeLessThan(10_000)));
    assertThat(Terms.of("x".repeat(41) + " and " + "y".repeat(40))).containsExactly("y".repeat(40));
  }
}
