package io.feedbackplatform.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.TestObjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, https://shop.example",
    "HTTPS://Shop.Example, https://shop.example",
    "https://shop.example:443, https://shop.example",
    "http://shop.example:80, http://shop.example",
    "http://shop.example:8101, http://shop.example:8101",
    "https://[::1]:8443, https://[::1]:8443",
    "https://my_shop.example, https://my_shop.example",
    "https://xn--mller-kva.example, https://xn--mller-kva.example",
    "http://127.0.0.1:3000, http://127.0.0.1:3000"
  })
  void normalisesAnOrigin(String text, String normal) {
    assertThat(Origin.parse(text)).contains(new Origin(normal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "*",
        "shop.example",
        "ftp://shop.example",
        "https://shop.example/",
        "https://shop.example/cart",
        "https://user@shop.example",
        "https://shop.example?x",
        "https://shop.example#x",
        "https://",
        "https://a b",
        "https://shop.example:",
        "https://shop.example:0443",
        "https://shop.example:123456",
        "https://shop.example\n",
        "https://shop.example:65536",
        "https://\u212aiosk.example",
        "https://shop.ex\u0430mple",
        "https://*.shop.example",
        "file:///etc/passwd",
        "https://shop.example https://evil.example"
      })
  void isNothingElse(String text) {
    assertThat(Origin.parse(text)).isEmpty();
  }

  @Test
  void isNoLongerThanADomainNameCanBe() {
    assertThat(Origin.parse("https://" + "a".repeat(247) + ".example")).isPresent();
    assertThat(Origin.parse("https://" + "a".repeat(248) + ".example")).isEmpty();
  }

  @Test
  void isMadeOnlyInItsNormalForm() {
    assertThatThrownBy(() -> new Origin("https://Shop.example"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void distinguishesSchemeHostAndPort() {
    var site = TestObjects.site("https://shop.example");

    assertThat(site.allows(new Origin("https://shop.example"))).isTrue();
    assertThat(site.allows(new Origin("http://shop.example"))).isFalse();
    assertThat(site.allows(new Origin("https://shop.example:8443"))).isFalse();
    assertThat(site.allows(new Origin("https://shop.example.evil.example"))).isFalse();
  }
}
