package io.feedbackplatform.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIdTest {

  @Test
  void isDifferentEachTimeAndAlwaysOfOneLength() {
    var ids = new HashSet<TenantId>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(TenantId.random());
    }

    assertThat(ids).hasSize(10_000).allMatch(id -> id.value().length() == 26);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789ABCDEFGHJKMNPQRSTV",
        "0123456789abcdefghjkmnpqrs",
        "0123456789ABCDEFGHJKMNPQ#S"
      })
  void acceptsNoOtherForm(String text) {
    assertThatThrownBy(() -> new TenantId(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
