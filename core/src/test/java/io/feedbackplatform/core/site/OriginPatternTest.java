package io.feedbackplatform.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.TestObjects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPatternTest {

  private final Site exact = listing("https://shop.example.com");
  private final Site below = listing("https://*.example.com");
  private final Site port = listing("http://*.example.com:8080");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.example.com",
        "https://a.b.c.example.com",
        "https://evil-example.com.example.com",
        "https://my_shop.example.com",
        "https://xn--mller-kva.example.com",
        "https://1.2.3.4.example.com"
      })
  void allowsEveryNameBelowItsDomain(String origin) {
    assertThat(below.allows(new Origin(origin))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "http://www.example.com",
        "https://www.example.com:8443",
        "https://www.example.com.",
        "https://evil-example.com",
        "https://evilexample.com",
        "https://example.com.evil.com",
        "https://www.example.com.evil.com",
        "https://example.com.evil.example",
        "https://www.example.co",
        "https://www.example.com.br",
        "https://www.example-com.evil.com",
        "https://com",
        "https://.example.com",
        "https://a..example.com",
        "https://-.example.com",
        "https://www.xn--exmple-cua.com",
        "https://l.l.l.l.l.l.l.l.l.l.example.com",
        "https://[::1]",
        "https://127.0.0.1"
      })
  void allowsNothingElse(String origin) {
    assertThat(Origin.parse(origin).filter(below::allows)).isEmpty();
    assertThat(Origin.parse(origin).filter(exact::allows)).isEmpty();
    assertThat(below.allows(new Origin("https://www.example.com"))).isTrue();
    assertThat(exact.allows(new Origin("https://shop.example.com"))).isTrue();
  }

  @Test
  void takesSchemeAndPortExactly() {
    assertThat(port.allows(new Origin("http://www.example.com:8080"))).isTrue();
    assertThat(port.allows(new Origin("http://www.example.com"))).isFalse();
    assertThat(port.allows(new Origin("http://www.example.com:8081"))).isFalse();
    assertThat(port.allows(new Origin("https://www.example.com:8080"))).isFalse();
    assertThat(exact.allows(new Origin("https://www.example.com"))).isFalse();
    assertThat(exact.allows(new Origin("https://a.shop.example.com"))).isFalse();
  }

  @Test
  void isLookedUpInABoundedNumberOfSteps() {
    assertThat(OriginPattern.covering(new Origin("https://a.b.example.co.uk:8443")))
        .extracting(OriginPattern::value)
        .containsExactly(
            "https://a.b.example.co.uk:8443",
            "https://*.b.example.co.uk:8443",
            "https://*.example.co.uk:8443");
    assertThat(OriginPattern.covering(new Origin("https://example.com"))).hasSize(1);
    assertThat(OriginPattern.covering(new Origin("https://" + "a.".repeat(120) + "example.com")))
        .hasSize(1);
    assertThat(OriginPattern.covering(new Origin("https://" + "a.".repeat(8) + "example.com")))
        .hasSize(9);
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, https://shop.example",
    "'  https://shop.example ', https://shop.example",
    "HTTPS://WWW.Shop.Example, https://www.shop.example",
    "https://shop.example:443, https://shop.example",
    "http://shop.example:80, http://shop.example",
    "https://shop.example:8443, https://shop.example:8443",
    "https://*.example.com, https://*.example.com",
    "https://*.Example.COM:443, https://*.example.com",
    "http://*.example.com:8080, http://*.example.com:8080",
    "https://*.shop.co.uk, https://*.shop.co.uk",
    "https://m\u00fcller.example, https://xn--mller-kva.example",
    "https://M\u00dcLLER.example, https://xn--mller-kva.example",
    "https://*.m\u00fcller.example, https://*.xn--mller-kva.example",
    "https://ex\u0430mple.com, https://xn--exmple-4nf.com",
    "https://\uff53hop\u3002example, https://shop.example",
    "http://localhost:3000, http://localhost:3000",
    "http://127.0.0.1:3000, http://127.0.0.1:3000",
    "http://[::1]:3000, http://[::1]:3000"
  })
  void isReadAsPeopleWriteIt(String written, String kept) throws Exception {
    assertThat(OriginReader.read(written)).isEqualTo(new OriginPattern(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "*",
        "*.example.com",
        "shop.example",
        "https://",
        "https://*",
        "https://*.",
        "https://*.com",
        "https://*.co.uk",
        "https://*.com.au",
        "https://*.localhost",
        "https://*.127.0.0.1",
        "https://*.0.0.1",
        "https://*.[::1]",
        "https://*example.com",
        "https://www.*.com",
        "https://www.*.example.com",
        "https://*.*.example.com",
        "https://**.example.com",
        "https://*.example.com.",
        "https://*..example.com",
        "*://shop.example",
        "ftp://shop.example",
        "javascript://shop.example",
        "file:///etc/passwd",
        "//shop.example",
        "https:shop.example",
        "https:///shop.example",
        "https://shop.example/",
        "https://shop.example/cart",
        "https://shop.example?x",
        "https://shop.example#x",
        "https://shop.example\\evil",
        "https://user@shop.example",
        "https://user:password@shop.example",
        "https://shop.example@evil.example",
        "https://shop.example.",
        "https://.shop.example",
        "https://shop..example",
        "https://-shop.example",
        "https://shop-.example",
        "https://sh op.example",
        "https://shop%2eexample",
        "https://shop.example,https://evil.example",
        "https://shop.example https://evil.example",
        "https://sh\u0000op.example",
        "https://shop.example:",
        "https://shop.example:0",
        "https://shop.example:0443",
        "https://shop.example:65536",
        "https://shop.example:443:443",
        "https://shop.example:*",
        "https://shop.example:\u0664\u0664\u0663",
        "https://1.2.3",
        "https://1.2.3.4.5",
        "https://256.1.1.1",
        "https://0x7f.0.0.0x1",
        "https://2130706433",
        "https://[::1",
        "https://[shop.example]",
        "https://stra\u00dfe.example",
        "https://sh\u200dop.example",
        "https://shop\uff0fexample.com",
        "https://shop\uff20evil.example",
        "https://\ud800.example"
      })
  void isNothingElse(String written) {
    assertThatThrownBy(() -> OriginReader.read(written))
        .isInstanceOf(OriginReader.UnusableOriginException.class)
        .hasMessageEndingWith(".");
  }

  @Test
  void isNoLongerThanANameCanBe() {
    var label = "a".repeat(63);
    assertThatThrownBy(() -> OriginReader.read("https://" + label + "a.example"))
        .isInstanceOf(OriginReader.UnusableOriginException.class);
    assertThatThrownBy(() -> OriginReader.read("https://" + (label + ".").repeat(4) + "example"))
        .isInstanceOf(OriginReader.UnusableOriginException.class);
    assertThatThrownBy(() -> OriginReader.read("https://" + "x".repeat(70_000)))
        .isInstanceOf(OriginReader.UnusableOriginException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://*.com", "https://*.Example.com", "*", "https://*.a.com:443", ""})
  void isMadeOnlyInItsNormalForm(String value) {
    assertThatThrownBy(() -> new OriginPattern(value)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Site listing(String pattern) {
    return TestObjects.site().withOrigins(Set.of(new OriginPattern(pattern)));
  }
}
