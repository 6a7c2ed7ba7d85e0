package io.feedbackplatform.core.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThemesTest {

  @Test
  void countsAMessageOnce() {
    var themes = frequent(said("slow, slow, slow"), said("Slow!"), said("fast"));

    assertThat(themes)
        .singleElement()
        .satisfies(theme -> {
          assertThat(theme.term().text()).isEqualTo("slow");
          assertThat(theme.feedback()).isEqualTo(2);
          assertThat(theme.share()).isEqualTo(2.0 / 3);
        });
  }

  @Test
  void tellsTheMoodOfThoseThatSayItAndSomeOfThem() {
    var themes =
        Themes.of(
            List.of(
                new Said("1", "slow search", -1),
                new Said("2", "fine", 1),
                new Said("3", "slow boat", 0.5),
                new Said("4", "slow day", -0.25),
                new Said("5", "slow", -0.25)),
            List.of(),
            Order.FREQUENT,
            10);

    assertThat(themes).hasSize(1);
    assertThat(themes.getFirst().mood()).isEqualTo(-0.25);
    assertThat(themes.getFirst().examples()).containsExactly("1", "3", "4");
  }

  @Test
  void leavesOutWordsThatSayWhatTheirPairSays() {
    var now =
        Stream.of(
                said(4, "battery life is poor"),
                said(1, "battery is poor"),
                said(4, "life insurance"),
                said(2, "customer service team"))
            .flatMap(List::stream)
            .toList();

    assertThat(terms(Themes.of(now, List.of(), Order.FREQUENT, 100)))
        .containsExactly("life", "poor", "battery life", "life insurance", "customer service");
  }

  @Test
  void putsFirstWhatRises() {
    var now = together(said(30, "delivery"), said(20, "crash"), said(50, "fine"));
    var before = together(said(40, "delivery"), said(2, "crash"), said(58, "fine"));

    var themes = Themes.of(now, before, Order.RISING, 10);

    assertThat(terms(themes)).containsExactly("crash");
    assertThat(themes.getFirst().before()).isEqualTo(2);
    assertThat(themes.getFirst().trend()).isEqualTo(Trend.RISING);
    assertThat(themes.getFirst().isSignificant()).isTrue();
    assertThat(Themes.of(now, before, Order.FREQUENT, 10))
        .extracting(Theme::trend)
        .containsExactly(Trend.STEADY, Trend.STEADY, Trend.RISING);
    assertThat(Themes.of(before, now, Order.FREQUENT, 10))
        .filteredOn(theme -> theme.term().text().equals("crash"))
        .extracting(Theme::trend)
        .containsExactly(Trend.FALLING);
  }

  @Test
  void callsNewWhatNobodySaidBefore() {
    var few = together(said(3, "crash"), said(97, "fine"));
    var before = said(100, "fine");

    var theme = Themes.of(few, before, Order.RISING, 1).getFirst();
    assertThat(theme.trend()).isEqualTo(Trend.NEW);
    assertThat(theme.isSignificant()).isFalse();
    var many = together(said(11, "crash"), said(89, "fine"));
    assertThat(Themes.of(many, before, Order.RISING, 1).getFirst().isSignificant()).isTrue();
  }

  /** Both periods are drawn from the same words: chance alone must hardly ever look like news. */
  @Test
  void callsChanceChance() {
    var random = new Random(30);
    int significant = 0;
    int compared = 0;
    for (int round = 0; round < 40; round++) {
      for (var theme : Themes.of(drawn(random), drawn(random), Order.FREQUENT, 100)) {
        compared++;
        significant += theme.isSignificant() ? 1 : 0;
      }
    }

    assertThat(compared).isGreaterThan(1_000);
    assertThat(significant).isLessThanOrEqualTo(2);
  }

  private static List<Said> drawn(Random random) {
    return IntStream.range(0, 200)
        .mapToObj(i -> said("w" + letters(random.nextInt(30)) + ". x" + letters(random.nextInt(9))))
        .toList();
  }

  private static String letters(int i) {
    return Character.toString('a' + i % 26) + Character.toString('a' + i / 26);
  }

  /** A flood of made-up words costs rare terms, and neither memory nor the counts of the others. */
  @Test
  void countsExactlyWhatIsOftenSaidThoughAFloodComes() {
    var flood = new ArrayList<Said>();
    for (int message = 0; message < 1_000; message++) {
      var text = new StringBuilder(message % 3 == 0 ? "checkout. " : "");
      for (int word = 0; word < 300; word++) {
        text.append('q').append(message * 300 + word).append(". ");
      }
      flood.add(said(text.toString()));
    }

    var themes =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> Themes.of(flood, flood, Order.FREQUENT, 100));

    assertThat(terms(themes)).containsExactly("checkout");
    assertThat(themes.getFirst().feedback()).isEqualTo(334);
    assertThat(themes.getFirst().before()).isEqualTo(334);
  }

  @Test
  void neverHoldsMoreTermsThanThereIsRoomFor() {
    var tally = new Tally(16);
    for (int i = 0; i < 1_000; i++) {
      tally.count(List.of(said("slow. q" + i)));
      assertThat(tally.size()).isLessThanOrEqualTo(16);
    }

    assertThat(tally.atLeast(2)).containsOnlyKeys("slow");
  }

  private static List<Theme> frequent(Said... now) {
    return Themes.of(List.of(now), List.of(), Order.FREQUENT, 10);
  }

  private static List<String> terms(List<Theme> themes) {
    return themes.stream().map(theme -> theme.term().text()).toList();
  }

  @SafeVarargs
  private static List<Said> together(List<Said>... some) {
    return Stream.of(some).flatMap(List::stream).toList();
  }

  private static List<Said> said(int times, String message) {
    return Stream.generate(() -> said(message)).limit(times).toList();
  }

  private static Said said(String message) {
    return new Said("id", message, 0);
  }
}
