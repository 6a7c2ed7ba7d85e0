package io.feedbackplatform.core.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiKeyTokenTest {

  private static final int KEYS = 1_000_000;

  @Test
  void spellsWhatItIsReadFrom() {
    var token = ApiKeyToken.random(ApiKeyId.random());

    assertThat(ApiKeyToken.parse(token.text())).contains(token);
    assertThat(token.text())
        .matches("fbk_live_[0-9A-HJKMNP-TV-Z]{26}_[0-9A-HJKMNP-TV-Z]{52}_[0-9A-HJKMNP-TV-Z]{7}");
  }

  /** A cut of 60 bits of each secret: fewer can collide by chance, none may here. */
  @Test
  void isNeverMadeTwice() {
    var ids = new HashSet<Long>(KEYS * 2);
    var secrets = new HashSet<Long>(KEYS * 2);
    for (int i = 0; i < KEYS; i++) {
      var token = ApiKeyToken.random(ApiKeyId.random());
      ids.add(Long.parseUnsignedLong(token.id().value().substring(0, 12), 36));
      secrets.add(Long.parseUnsignedLong(token.secret().substring(0, 12), 36));
    }

    assertThat(ids).hasSize(KEYS);
    assertThat(secrets).hasSize(KEYS);
  }

  @Test
  void refusesEveryOtherCharacterAtEveryPosition() {
    int refused = 0;
    var accepted = new ArrayList<String>();
    for (int i = 0; i < 50; i++) {
      var text = ApiKeyToken.random(ApiKeyId.random()).text();
      assertThat(ApiKeyToken.parse(text)).as("the control").isPresent();
      for (int position = 0; position < text.length(); position++) {
        for (char other = 0; other < 256; other++) {
          if (other != text.charAt(position)) {
            var changed = text.substring(0, position) + other + text.substring(position + 1);
            if (ApiKeyToken.parse(changed).isEmpty()) {
              refused++;
            } else {
              accepted.add(changed);
            }
          }
        }
      }
    }

    assertThat(accepted).isEmpty();
    assertThat(refused).isEqualTo(50 * 96 * 255);
  }

  @Test
  void refusesOtherChanges() {
    var text = ApiKeyToken.random(ApiKeyId.random()).text();
    var body = text.substring(ApiKeyToken.PREFIX.length());

    for (var other :
        List.of(
            "",
            "fbk_live_",
            " " + text,
            text + "\n",
            text.toLowerCase(java.util.Locale.ROOT),
            text.substring(1),
            text.substring(0, text.length() - 1),
            text + "0",
            "fbk_test_" + body,
            text.replace('_', '-'))) {
      assertThat(ApiKeyToken.parse(other)).as(other).isEmpty();
    }
  }

  @Test
  void showsNoSecretByAccident() {
    var token = ApiKeyToken.random(ApiKeyId.random());
    var peppers = new Peppers(List.of(new byte[32]));

    assertThat(token.toString()).contains(token.id().value()).doesNotContain(token.secret());
    assertThat(peppers.hash(token).toString()).isEqualTo("SecretHash");
    assertThat(peppers.toString()).isEqualTo("Peppers");
  }
}
