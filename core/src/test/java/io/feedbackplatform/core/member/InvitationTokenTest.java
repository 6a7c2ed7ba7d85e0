package io.feedbackplatform.core.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvitationTokenTest {

  @Test
  void spellsItsSecretNowhereButInItsValue() {
    var token = InvitationToken.random();

    assertThat(InvitationToken.parse(token.value())).contains(token);
    assertThat(token.value()).hasSize(4 + 43).isNotEqualTo(InvitationToken.random().value());
    assertThat(token.toString()).doesNotContain(token.value().substring(4));
    assertThat(token.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void isNothingElse() {
    var token = InvitationToken.random().value();

    for (var other : new String[] {"", "fbi_", token + "A", token.substring(1), token + "\n"}) {
      assertThat(InvitationToken.parse(other)).as(other).isEmpty();
    }
  }
}
