package io.feedbackplatform.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSHeader;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The tokens of members, beside none at all. */
@ApiTest
class AccessTokensTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private UserId user;

  @BeforeEach
  void openTenant() {
    user = TestTenant.in(storage).member();
  }

  @Test
  void acceptsTheAccessTokenOfAMember() {
    assertThat(get(issuer.tokenFor(user))).hasStatus(200);
  }

  @Test
  void ignoresWhatTheHeaderSaysAboutKeys() {
    var header =
        new JWSHeader.Builder(issuer.header())
            .jwkURL(URI.create("https://evil.example/jwks.json"))
            .x509CertURL(URI.create("https://evil.example/cert.pem"))
            .build();

    assertThat(get(issuer.token(header, user, c -> {}))).hasStatus(200);
  }

  @Test
  void asksForATokenWhereThereIsNone() {
    for (var header : new String[] {null, "", "Basic YTpi", "bearer", "Token abc"}) {
      var request = api.get().uri("/feedback");
      if (header != null) {
        request.header("Authorization", header);
      }
      assertThat(request.exchange())
          .as("Authorization: %s", header)
          .hasStatus(401)
          .containsHeader("WWW-Authenticate");
    }
  }

  private MvcTestResult get(String token) {
    return api.get().uri("/feedback").header("Authorization", "Bearer " + token).exchange();
  }
}
