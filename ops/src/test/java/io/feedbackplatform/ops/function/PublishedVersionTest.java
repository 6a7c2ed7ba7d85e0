package io.feedbackplatform.ops.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedVersionTest {

  @Test
  void readsAndWritesLambdasSpelling() {
    assertThat(PublishedVersion.parse("42")).hasToString("42");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$LATEST", "prod", "", "0", "-1", "01", " 1", "1.5", "9999999999999999999"})
  void isNeverAnythingButAPublishedVersion(String text) {
    assertThatThrownBy(() -> PublishedVersion.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void comparesByNumberNotByText() {
    var versions = List.of(PublishedVersion.parse("9"), PublishedVersion.parse("10"));

    assertThat(versions.stream().max(PublishedVersion::compareTo))
        .contains(PublishedVersion.parse("10"));
  }
}
