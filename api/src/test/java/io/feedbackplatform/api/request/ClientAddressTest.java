package io.feedbackplatform.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {

  private static @Nullable String of(int proxies, String... forwarded) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr("192.0.2.99");
    for (var header : forwarded) {
      request.addHeader("X-Forwarded-For", header);
    }
    ClientAddress.note(request, proxies);
    return ClientAddress.of(request);
  }

  @ParameterizedTest
  @CsvSource({
    "0, '203.0.113.7'",
    "0, '198.51.100.1, 203.0.113.7'",
    "0, '198.51.100.1,   203.0.113.7 '",
    "1, '203.0.113.7, 192.0.2.1'",
    "1, '198.51.100.1, 203.0.113.7, 192.0.2.1'",
    "1, '203.0.113.7'",
    "2, '198.51.100.1, 203.0.113.7, 192.0.2.1, 192.0.2.2'"
  })
  void isThatOfThePeerOfTheOutermostOfOurs(int proxies, String forwarded) {
    assertThat(of(proxies, forwarded)).isEqualTo("203.0.113.7");
  }

  @Test
  void isThatOfTheServersOwnPeerWithoutAGateway() {
    assertThat(of(0)).isEqualTo("192.0.2.99");
    assertThat(of(1)).isEqualTo("192.0.2.99");
  }

  @Test
  void comesFromTheLastOfSeveralFields() {
    assertThat(of(0, "198.51.100.1", "203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(of(1, "198.51.100.1", "203.0.113.7, 192.0.2.1")).isEqualTo("203.0.113.7");
  }

  @Test
  void isUnknownWhenItIsNone() {
    assertThat(of(0, "unknown")).isNull();
    assertThat(of(0, "203.0.113.7, <script>")).isNull();
    assertThat(ClientAddress.of(new MockHttpServletRequest())).isNull();
  }
}
