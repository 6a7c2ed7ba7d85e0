package io.feedbackplatform.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.feedbackplatform.core.DomainException.InvalidInput;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {

  @Test
  void areSpeltAlikeAndInOrder() {
    assertThat(Tags.of(List.of(" Shipping", "billing", "Cafe\u0301", "BILLING ", "Caf\u00E9")))
        .containsExactly("billing", "caf\u00E9", "shipping");
  }

  @Test
  void haveLimits() {
    var twenty = IntStream.range(0, 20).mapToObj(Integer::toString).toList();
    assertThat(Tags.of(twenty)).hasSize(20);
    assertThat(Tags.of(List.of("\uD83D\uDC4D".repeat(50)))).hasSize(1);
    assertThat(Tags.of(List.of("e\u0301".repeat(50)))).containsExactly("\u00E9".repeat(50));
    assertThat(Tags.of(Collections.nCopies(30, "Same"))).containsExactly("same");

    assertThat(refusals(IntStream.range(0, 21).mapToObj(Integer::toString).toList()))
        .containsExactly(tuple("tags", "too_many"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "a\nb",
        "nul\u0000",
        "half \uD83D",
        "\u200B",
        "vip\u200B",
        "\u202Epiv",
        "a\u2028b",
        "\u200D"
      })
  void areNotMadeOfAnything(String word) {
    assertThat(refusals(List.of("billing", word))).containsExactly(tuple("tags[1]", "invalid_tag"));
  }

  @Test
  void mayHaveWhatJoinsLettersAndEmojis() {
    var developer = "\uD83D\uDC69\u200D\uD83D\uDCBB";
    var persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";

    assertThat(Tags.of(List.of(developer, persian))).containsExactlyInAnyOrder(developer, persian);
    assertThat(Tags.kept(Set.of("\u200Bkept before"))).hasSize(1);
  }

  @Test
  void areShort() {
    assertThat(refusals(List.of("\uD83D\uDC4D".repeat(51), "x".repeat(100_000))))
        .containsExactly(tuple("tags[0]", "invalid_tag"), tuple("tags[1]", "invalid_tag"));
  }

  @Test
  void areKeptAsTheyAreSpeltOrNotAtAll() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tags.kept(Set.of("Billing")));
    assertThat(Tags.kept(Set.of("billing"))).containsExactly("billing");
  }

  private static List<Tuple> refusals(List<String> words) {
    return catchThrowableOfType(InvalidInput.class, () -> Tags.of(words)).violations().stream()
        .map(violation -> tuple(violation.field(), violation.code()))
        .toList();
  }
}
