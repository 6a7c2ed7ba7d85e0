package io.feedbackplatform.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

    refused(IntStream.range(0, 21).mapToObj(Integer::toString).toList());
    refused(List.of("\uD83D\uDC4D".repeat(51)));
    refused(List.of("  "));
  }

  private static void refused(List<String> words) {
    assertThatIllegalArgumentException().isThrownBy(() -> Tags.of(words));
  }
}
