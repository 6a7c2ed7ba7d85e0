package io.feedbackplatform.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Tokens that are not what a member's access token is: all are refused alike. */
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
  void acceptsATokenWithinTheClockSkew() {
    assertThat(get(issuer.token(user, c -> c.issueTime(in(-900)).expirationTime(in(-20)))))
        .hasStatus(200);
    assertThat(get(issuer.token(user, c -> c.notBeforeTime(in(20))))).hasStatus(200);
  }

  @Test
  void ignoresWhatTheHeaderSaysAboutKeys() throws JOSEException {
    var header =
        new JWSHeader.Builder(issuer.header())
            .jwkURL(URI.create("https://evil.example/jwks.json"))
            .x509CertURL(URI.create("https://evil.example/cert.pem"))
            .build();

    assertThat(get(issuer.token(header, user, c -> {}))).hasStatus(200);
  }

  @Test
  void refusesEveryOtherTokenWithoutSayingWhy() throws Exception {
    var answers = new ArrayList<String>();
    for (var token : hostile().entrySet()) {
      var answer = get(token.getValue());

      assertThat(answer)
          .as(token.getKey())
          .hasStatus(401)
          .hasHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      answers.add(
          answer.getResponse().getContentAsString().replaceAll("\"requestId\":\"[^\"]*\"", ""));
    }
    assertThat(answers).hasSizeGreaterThanOrEqualTo(40);
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(answers.getFirst()).contains("\"code\":\"token_invalid\"");
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

  private Map<String, String> hostile() throws JOSEException {
    var tokens = new LinkedHashMap<String, String>();
    claims(tokens);
    signatures(tokens);
    forms(tokens);
    return tokens;
  }

  private void claims(Map<String, String> tokens) {
    tokens.put("expired", issuer.token(user, c -> c.issueTime(in(-960)).expirationTime(in(-60))));
    tokens.put("no exp", issuer.token(user, c -> c.expirationTime(null)));
    tokens.put("exp as text", issuer.token(user, c -> c.claim("exp", "2999-01-01")));
    tokens.put("nbf in the future", issuer.token(user, c -> c.notBeforeTime(in(60))));
    tokens.put("no issuer", issuer.token(user, c -> c.issuer(null)));
    tokens.put("foreign issuer", issuer.token(user, c -> c.issuer("https://issuer.example/other")));
    tokens.put(
        "issuer with a slash", issuer.token(user, c -> c.issuer("https://issuer.example/pool/")));
    tokens.put(
        "issuer in upper case", issuer.token(user, c -> c.issuer("HTTPS://ISSUER.EXAMPLE/POOL")));
    tokens.put("ID token", issuer.token(user, c -> c.claim("token_use", "id")));
    tokens.put(
        "whole ID token",
        issuer.token(
            user,
            c ->
                c.claim("token_use", "id")
                    .claim("client_id", null)
                    .audience(TestIssuer.CLIENT_ID)
                    .claim("cognito:username", "ada")));
    tokens.put("refresh token", issuer.token(user, c -> c.claim("token_use", "refresh")));
    tokens.put("no token_use", issuer.token(user, c -> c.claim("token_use", null)));
    tokens.put(
        "token_use as list", issuer.token(user, c -> c.claim("token_use", List.of("access"))));
    tokens.put("token_use in upper case", issuer.token(user, c -> c.claim("token_use", "ACCESS")));
    tokens.put("foreign client", issuer.token(user, c -> c.claim("client_id", "someone-else")));
    tokens.put("no client", issuer.token(user, c -> c.claim("client_id", null)));
    tokens.put(
        "client as aud only",
        issuer.token(user, c -> c.claim("client_id", null).audience(TestIssuer.CLIENT_ID)));
    tokens.put(
        "client as list",
        issuer.token(user, c -> c.claim("client_id", List.of(TestIssuer.CLIENT_ID))));
    tokens.put(
        "client with spaces",
        issuer.token(user, c -> c.claim("client_id", " " + TestIssuer.CLIENT_ID)));
    tokens.put("no subject", issuer.token(user, c -> c.subject(null)));
    tokens.put("blank subject", issuer.token(user, c -> c.subject(" ")));
    tokens.put("endless subject", issuer.token(user, c -> c.subject("s".repeat(129))));
  }

  private void signatures(Map<String, String> tokens) throws JOSEException {
    var strangers = new TestIssuer(HOST, TestIssuer.newKey("key-1"));
    tokens.put("signed by somebody else under our kid", strangers.tokenFor(user));
    tokens.put("unknown kid", new TestIssuer(HOST, TestIssuer.newKey("key-2")).tokenFor(user));
    tokens.put(
        "our key under another kid",
        issuer.token(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-9").build(), user, c -> {}));
    tokens.put(
        "no kid", issuer.token(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), user, c -> {}));
    tokens.put(
        "kid of a path",
        issuer.token(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("../../key-1").build(), user, c -> {}));
    for (var algorithm : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
      tokens.put(
          "our key with " + algorithm,
          issuer.token(new JWSHeader.Builder(algorithm).keyID("key-1").build(), user, c -> {}));
    }
    tokens.put(
        "own key in the header",
        strangers.token(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("key-1")
                .jwk(strangers.key().toPublicJWK())
                .build(),
            user,
            c -> {}));
    tokens.put(
        "own key behind jku",
        strangers.token(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("key-1")
                .jwkURL(URI.create("https://evil.example/jwks.json"))
                .build(),
            user,
            c -> {}));
    tokens.put(
        "critical header",
        withHeader("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"crit\":[\"x\"],\"x\":1}"));
    tokens.put(
        "another kind of JWT",
        issuer.token(
            new JWSHeader.Builder(issuer.header()).type(new JOSEObjectType("logout+jwt")).build(),
            user,
            c -> {}));
    tokens.put("HS256 with the public key (DER)", hmac(issuer.key().toRSAPublicKey().getEncoded()));
    tokens.put(
        "HS256 with the public key (JSON)",
        hmac(issuer.key().toPublicJWK().toJSONString().getBytes()));
    tokens.put("unsigned", new PlainJWT(issuer.claims(user, c -> {})).serialize());
    tokens.put("alg nOnE", withHeader("{\"alg\":\"nOnE\",\"kid\":\"key-1\"}"));
    tokens.put("alg missing", withHeader("{\"kid\":\"key-1\"}"));
    tokens.put("alg twice", withHeader("{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"key-1\"}"));
  }

  private void forms(Map<String, String> tokens) {
    var good = issuer.tokenFor(user);
    var parts = good.split("\\.");
    tokens.put("without signature", parts[0] + "." + parts[1] + ".");
    tokens.put("two parts", parts[0] + "." + parts[1]);
    tokens.put("four parts", good + ".x");
    tokens.put("dot at the end", good + ".");
    tokens.put(
        "other claims under this signature",
        parts[0] + "." + Base64URL.encode("{\"sub\":\"x\"}") + "." + parts[2]);
    tokens.put("signature cut", good.substring(0, good.length() - 4));
    tokens.put(
        "signature changed", parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()));
    tokens.put("nonsense", "abc");
    tokens.put("random", UUID.randomUUID().toString());
    tokens.put("dots", "..");
    tokens.put(
        "no JSON",
        Base64URL.encode("x") + "." + Base64URL.encode("y") + "." + Base64URL.encode("z"));
  }

  private static final String HOST = "https://issuer.example/pool";

  private String hmac(byte[] secret) throws JOSEException {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(),
            issuer.claims(user, c -> {}));
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  private String withHeader(String header) throws JOSEException {
    JWTClaimsSet claims = issuer.claims(user, c -> {});
    var input = Base64URL.encode(header) + "." + Base64URL.encode(claims.toString());
    var signature =
        new RSASSASigner(issuer.key())
            .sign(issuer.header(), input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return input + "." + signature;
  }

  private static Date in(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private MvcTestResult get(String token) {
    return api.get().uri("/feedback").header("Authorization", "Bearer " + token).exchange();
  }
}
