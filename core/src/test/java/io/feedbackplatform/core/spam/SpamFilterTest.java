package io.feedbackplatform.core.spam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpamFilterTest {

  private static final Visit HURRIED = new Visit(false, Duration.ofMillis(1_999));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I love it, thank you!",
        "Soooooooooooo good!!!",
        "no no no no no",
        "The link in your mail is broken: https://shop.example/cart?step=2",
        "Compare https://a.example and www.b.example, please.",
        "Ваш магазин лучший, спасибо!",
        "Ο καφές είναι τέλειος",
        "コーヒーが美味しいです。Wi-Fiも速い。",
        "커피가 맛있어요",
        "القهوة رائعة",
        "Unter 20 µm geht nichts, 5 kΩ auch nicht.",
        "I saw backlinks in your footer."
      })
  void leavesVisitorsAlone(String message) {
    assertThat(judge(Visit.UNKNOWN, null, message).isSpam()).isFalse();
  }

  @Test
  void seesTheTrap() {
    assertThat(judge(new Visit(true, Duration.ofMinutes(1)), "Ada", "Nice."))
        .isEqualTo(new SpamScore(100, List.of("trap_filled")))
        .returns(true, SpamScore::isSpam);
  }

  @Test
  void doesNotTakeAHurryAloneForSpam() {
    assertThat(judge(HURRIED, null, "Nice."))
        .isEqualTo(new SpamScore(30, List.of("too_fast")))
        .returns(false, SpamScore::isSpam);
    assertThat(judge(new Visit(false, Duration.ofSeconds(2)), null, "Nice."))
        .isEqualTo(SpamScore.NONE);
  }

  @Test
  void takesAHurryWithALinkForSpam() {
    assertThat(judge(HURRIED, null, "Visit https://win.example"))
        .isEqualTo(new SpamScore(50, List.of("link", "too_fast")))
        .returns(true, SpamScore::isSpam);
  }

  @Test
  void seesALinkForAName() {
    assertThat(judge(Visit.UNKNOWN, "www.win.example", "Nice.").isSpam()).isTrue();
    assertThat(judge(Visit.UNKNOWN, "Ada Example", "Nice.").isSpam()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"https://win.example\">win</a>",
        "[url=https://win.example]win[/url]",
        "We rank your website: https://win.example",
        "Cheap pills: http://a.example http://b.example www.c.example vіagra",
        "https://a.example buy buy buy buy buy buy buy buy buy buy buy buy buy buy buy buy"
      })
  void seesWhatIsSentToEveryForm(String message) {
    assertThat(judge(Visit.UNKNOWN, null, message)).returns(true, SpamScore::isSpam);
  }

  @Test
  void neverScoresMoreThanTheMost() {
    var everything =
        "<a href= online casino https://a.example www.b.example www.c.example vіagra ".repeat(9);

    assertThat(judge(new Visit(true, Duration.ZERO), "https://a.example", everything).score())
        .isEqualTo(SpamScore.MOST);
  }

  /** Far longer than what is judged, so that the square of a length would take minutes. */
  @Test
  void takesTimeInProportionToTheLength() {
    for (var part : List.of("<a ", "<", "www.", "a", "vі", "[url", "https://", "\u0301\u0316")) {
      var text = part.repeat(200_000 / part.length());

      assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> judge(Visit.UNKNOWN, text, text), part);
    }
  }

  @Test
  void knowsAVisitToBeNoLongerThanTheChallengeIsOld() {
    var claimed = new Visit(false, Duration.ofMinutes(5));

    assertThat(claimed.atMost(Duration.ofSeconds(1)).openFor()).isEqualTo(Duration.ofSeconds(1));
    assertThat(claimed.atMost(Duration.ofMinutes(9))).isEqualTo(claimed);
    assertThat(Visit.UNKNOWN.atMost(Duration.ofSeconds(1)).openFor())
        .isEqualTo(Duration.ofSeconds(1));
  }

  private static SpamScore judge(Visit visit, String name, String message) {
    return SpamFilter.judge(visit, name, message);
  }
}
