package io.feedbackplatform.core.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeppersTest {

  private static final byte[] OLD = filled(1);
  private static final byte[] NEW = filled(2);

  private final ApiKeyToken token = ApiKeyToken.random(ApiKeyId.random());

  @Test
  void acceptHashesOfAnOlderOneWhileItIsListed() {
    var kept = new Peppers(List.of(OLD)).hash(token);

    assertThat(new Peppers(List.of(NEW, OLD)).matches(kept, token)).isTrue();
    assertThat(new Peppers(List.of(NEW)).matches(kept, token)).isFalse();
  }

  @Test
  void hashUnderTheNewest() {
    var kept = new Peppers(List.of(NEW, OLD)).hash(token);

    assertThat(new Peppers(List.of(NEW)).matches(kept, token)).isTrue();
    assertThat(new Peppers(List.of(OLD)).matches(kept, token)).isFalse();
  }

  @Test
  void bindASecretToItsKey() {
    var peppers = new Peppers(List.of(NEW));
    var otherKey = new ApiKeyToken(ApiKeyId.random(), token.secret());

    assertThat(peppers.matches(peppers.hash(token), token)).isTrue();
    assertThat(peppers.matches(peppers.hash(token), otherKey)).isFalse();
  }

  @Test
  void deriveAKeyForEachUseFromEach() {
    var derived = new Peppers(List.of(NEW, OLD)).derive("something");

    assertThat(derived).hasSize(2).doesNotContain(NEW, OLD).allMatch(key -> key.length == 32);
    assertThat(new Peppers(List.of(OLD)).derive("something").getFirst())
        .isEqualTo(derived.get(1))
        .isNotEqualTo(new Peppers(List.of(OLD)).derive("something else").getFirst());
  }

  @Test
  void areLongEnoughToHoldOut() {
    assertThatThrownBy(() -> new Peppers(List.of(new byte[31])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Peppers(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] filled(int value) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
