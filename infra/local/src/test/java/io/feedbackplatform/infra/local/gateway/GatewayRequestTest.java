package io.feedbackplatform.infra.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayRequestTest {

  @ParameterizedTest
  @ValueSource(strings = {"/prod/a b", "/prod/%zz", "/prod/%", "/prod/<", "/prod/ü", "/prod/{a}"})
  void isNotMadeOfAMalformedPath(String path) {
    assertThatThrownBy(() -> Requests.get(path).request())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "%41", "a%41"})
  void isMadeOfATargetOfAnyLength(String part) {
    var endless = part.repeat(100_000);

    var request = Requests.get("/prod/" + endless).query(endless).request();

    assertThat(request.query()).isEqualTo(endless);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%zz", "a=%2", "a={b}", "a=b|c", "a=<script>", "a=\"", "a=é", "a b"})
  void isNotMadeOfAMalformedQuery(String query) {
    assertThatThrownBy(() -> Requests.get("/prod/x").query(query).request())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "a@b", "-", "a:b", "a:1:2", "a\r\nX: y", "[", "a."})
  void isNotMadeOfAMalformedHost(String host) {
    assertThatThrownBy(
            () -> new GatewayRequest("1", "GET", "/", "", List.of(), host, "::1", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "X, 'a\r\nY: b'",
    "X, 'a\nb'",
    "X, '\u0000'",
    "X, 'a\u007f'",
    "'X:', a",
    "'X Y', a",
    "'', a"
  })
  void hasNoHeaderThatHidesAnother(String name, String value) {
    assertThatThrownBy(() -> new Header(name, value)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"/prod, true", "/prod/, true", "/prod/x, true", "/products, false", "/Prod, false"})
  void knowsItsStage(String path, boolean inside) {
    assertThat(Requests.get(path).request().isInStage()).isEqualTo(inside);
  }
}
