package io.feedbackplatform.infra.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import io.feedbackplatform.infra.local.login.CodeFlow;
import io.feedbackplatform.infra.local.login.LoginFailedException;
import io.feedbackplatform.infra.local.login.Tokens;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class IssuerIT {

  private static final String CONSOLE = "http://localhost:18090";
  private static final URI CONSOLE_CALLBACK = URI.create(CONSOLE + "/login/oauth2/code/console");
  private static final URI CLI_CALLBACK = URI.create("http://localhost/callback");
  private static final Account OWNER =
      new Account(UUID.randomUUID(), "owner@example.com", "a password", List.of());
  private static final Account OPERATOR =
      new Account(
          UUID.randomUUID(), "ops@example.com", "a password", List.of("platform-operators"));

  private static URI base;
  private static RSAKey key;
  private static Issuer issuer;

  @BeforeAll
  static void start() throws Exception {
    try (var socket = new ServerSocket(0)) {
      base = URI.create("http://localhost:" + socket.getLocalPort());
    }
    key = new RSAKeyGenerator(2048).keyID("test").algorithm(JWSAlgorithm.RS256).generate();
    issuer =
        Issuer.start(
            new UserPool(
                base,
                URI.create(CONSOLE),
                key,
                List.of(
                    new AppClient(
                        "console",
                        "the-secret",
                        List.of(CONSOLE_CALLBACK),
                        List.of(URI.create(CONSOLE))),
                    new AppClient("cli", null, List.of(CLI_CALLBACK), List.of())),
                List.of(OWNER, OPERATOR)));
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @Test
  void givesAnAccessTokenWithCognitosClaims() throws Exception {
    var token = SignedJWT.parse(signIn(OWNER).accessToken());

    assertThat(token.verify(new RSASSAVerifier(key.toRSAPublicKey()))).isTrue();
    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getClaims().keySet())
        .containsExactlyInAnyOrder(
            "iss",
            "sub",
            "username",
            "token_use",
            "client_id",
            "scope",
            "jti",
            "iat",
            "exp",
            "auth_time",
            "version");
    assertThat(claims.getIssuer()).isEqualTo(base.toString());
    assertThat(claims.getSubject()).isEqualTo(OWNER.sub().toString());
    assertThat(claims.getStringClaim("username")).isEqualTo(OWNER.username());
    assertThat(claims.getStringClaim("token_use")).isEqualTo("access");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("cli");
    assertThat(claims.getStringClaim("scope").split(" ")).contains("openid", "email");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void givesAnIdTokenWithCognitosClaims() throws Exception {
    var claims = SignedJWT.parse(signIn(OWNER).idToken()).getJWTClaimsSet();

    assertThat(claims.getAudience()).containsExactly("cli");
    assertThat(claims.getSubject()).isEqualTo(OWNER.sub().toString());
    assertThat(claims.getStringClaim("token_use")).isEqualTo("id");
    assertThat(claims.getStringClaim("email")).isEqualTo(OWNER.username());
    assertThat(claims.getStringClaim("cognito:username")).isEqualTo(OWNER.username());
  }

  @Test
  void namesGroupsInTheAccessToken() throws Exception {
    var claims = SignedJWT.parse(signIn(OPERATOR).accessToken()).getJWTClaimsSet();

    assertThat(claims.getStringListClaim("cognito:groups")).containsExactly("platform-operators");
  }

  @Test
  void givesPublicClientsNoRefreshToken() throws Exception {
    assertThat(signIn(OWNER).refreshToken()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner@example.com", "nobody@example.com"})
  void answersAWrongPasswordAndAnUnknownUserAlike(String username) {
    assertThatThrownBy(() -> cli().signIn(username, "wrong"))
        .isInstanceOf(LoginFailedException.class)
        .hasMessage("Incorrect username or password.");
  }

  @Test
  void publishesItsPublicKeyOnly() throws Exception {
    var keys = JWKSet.parse(get("/.well-known/jwks.json").body());

    assertThat(keys.getKeys()).hasSize(1);
    assertThat(keys.getKeyByKeyId("test").isPrivate()).isFalse();
  }

  @Test
  void publishesOnlyEndpointsThatCognitoHas() throws Exception {
    var discovery = JsonMapper.shared().readTree(get("/.well-known/openid-configuration").body());

    assertThat(discovery.path("issuer").asString()).isEqualTo(base.toString());
    assertThat(discovery.path("jwks_uri").asString()).isEqualTo(base + "/.well-known/jwks.json");
    assertThat(discovery.path("userinfo_endpoint").asString()).isEqualTo(base + "/oauth2/userInfo");
    assertThat(discovery.has("introspection_endpoint")).isFalse();
    for (var path :
        List.of("/oauth2/introspect", "/oauth2/jwks", "/connect/logout", "/connect/register")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void tellsAboutTheUserOfAnAccessToken() throws Exception {
    var request =
        HttpRequest.newBuilder(base.resolve("/oauth2/userInfo"))
            .header("Authorization", "Bearer " + signIn(OWNER).accessToken())
            .build();

    var answer = JsonMapper.shared().readTree(send(request).body());

    assertThat(answer.path("sub").asString()).isEqualTo(OWNER.sub().toString());
    assertThat(answer.path("email").asString()).isEqualTo(OWNER.username());
    assertThat(get("/oauth2/userInfo").statusCode()).isEqualTo(401);
  }

  @Test
  void refusesARedirectUriThatIsNotRegistered() throws Exception {
    var query = "/oauth2/authorize?response_type=code&client_id=console&scope=openid&redirect_uri=";

    var foreign = get(query + "https://evil.example/callback");

    assertThat(foreign.statusCode()).isEqualTo(400);
    assertThat(foreign.headers().firstValue("Location")).isEmpty();
    assertThat(get(query + CONSOLE_CALLBACK).headers().firstValue("Location").orElseThrow())
        .endsWith("/login");
  }

  @Test
  void refusesAPublicClientWithoutProofKey() throws Exception {
    var answer =
        get(
            "/oauth2/authorize?response_type=code&client_id=cli&scope=openid&redirect_uri="
                + CLI_CALLBACK);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith(CLI_CALLBACK + "?error=invalid_request");
  }

  @Test
  void sendsABrowserBackOnlyToARegisteredLogoutUri() throws Exception {
    var right = get("/logout?client_id=console&logout_uri=" + CONSOLE);

    assertThat(right.statusCode()).isEqualTo(302);
    assertThat(right.headers().firstValue("Location")).contains(CONSOLE);
    for (var wrong :
        List.of(
            "/logout",
            "/logout?client_id=console",
            "/logout?client_id=console&logout_uri=https://evil.example",
            "/logout?client_id=console&logout_uri=" + CONSOLE + "/elsewhere",
            "/logout?client_id=cli&logout_uri=" + CONSOLE)) {
      assertThat(get(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void endsTheSessionAtLogout() throws Exception {
    try (var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var visitor = new ConsoleVisitor(browser, base, CONSOLE_CALLBACK);
      visitor.signIn(OWNER);
      assertThat(visitor.authorize()).startsWith(CONSOLE_CALLBACK.toString());

      browser.send(
          HttpRequest.newBuilder(base.resolve("/logout?client_id=console&logout_uri=" + CONSOLE))
              .build(),
          HttpResponse.BodyHandlers.discarding());

      assertThat(visitor.authorize()).endsWith("/login");
    }
  }

  @Test
  void rotatesTheRefreshTokenOfAConfidentialClient() throws Exception {
    try (var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var visitor = new ConsoleVisitor(browser, base, CONSOLE_CALLBACK);
      visitor.signIn(OWNER);
      var code = visitor.authorize().replaceFirst(".*[?&]code=([^&]+).*", "$1");

      var first =
          token("grant_type=authorization_code&code=" + code + "&redirect_uri=" + CONSOLE_CALLBACK);
      var firstRefresh =
          JsonMapper.shared().readTree(first.body()).path("refresh_token").asString();
      var second = token("grant_type=refresh_token&refresh_token=" + firstRefresh);

      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(JsonMapper.shared().readTree(second.body()).path("refresh_token").asString())
          .isNotEmpty()
          .isNotEqualTo(firstRefresh);
      assertThat(token("grant_type=refresh_token&refresh_token=" + firstRefresh).statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void refusesAWrongClientSecret() throws Exception {
    var answer = token("grant_type=refresh_token&refresh_token=x", "console:wrong");

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  private static Tokens signIn(Account account) throws Exception {
    return cli().signIn(account.username(), account.password());
  }

  private static CodeFlow cli() {
    return new CodeFlow(base, "cli", CLI_CALLBACK);
  }

  private static HttpResponse<String> token(String form) throws Exception {
    return token(form, "console:the-secret");
  }

  private static HttpResponse<String> token(String form, String client) throws Exception {
    return send(
        HttpRequest.newBuilder(base.resolve("/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(client.getBytes()))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(
        HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html, */*").build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
