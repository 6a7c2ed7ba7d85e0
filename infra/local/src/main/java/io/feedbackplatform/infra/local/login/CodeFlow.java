package io.feedbackplatform.infra.local.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The authorization code flow with PKCE as a public client, with the sign-in page filled in as a
 * browser would: the way for scripts to tokens that are like everybody else's. Nothing is fetched
 * from the redirect URI.
 */
public final class CodeFlow {

  private static final Pattern HIDDEN_INPUT =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private final URI issuer;
  private final String clientId;
  private final URI redirectUri;

  /** A flow for one public client of the issuer. */
  public CodeFlow(URI issuer, String clientId, URI redirectUri) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.redirectUri = redirectUri;
  }

  /**
   * Signs in.
   *
   * @throws LoginFailedException when the issuer refuses
   * @throws IOException when the issuer does not answer
   */
  public Tokens signIn(String username, String password)
      throws LoginFailedException, IOException, InterruptedException {
    var pkce = Pkce.random();
    var state = Pkce.randomText();
    try (var http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build()) {
      var loginPage = redirect(send(http, get(authorizeUri(pkce, state))), "the sign-in page");
      var form = new LinkedHashMap<>(hiddenInputs(send(http, get(loginPage)).body()));
      form.put("username", username);
      form.put("password", password);
      var signedIn = redirect(send(http, post(loginPage, form)), "the application");
      if (signedIn.getPath().equals(loginPage.getPath())) {
        throw new LoginFailedException("Incorrect username or password.");
      }
      var callback = redirect(send(http, get(signedIn)), "the application");
      return exchange(http, code(callback, state), pkce);
    }
  }

  private URI authorizeUri(Pkce pkce, String state) {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", clientId);
    query.put("redirect_uri", redirectUri.toString());
    query.put("scope", "openid email");
    query.put("state", state);
    query.put("code_challenge", pkce.challenge());
    query.put("code_challenge_method", "S256");
    return URI.create(issuer + "/oauth2/authorize?" + encode(query));
  }

  private String code(URI callback, String state) throws LoginFailedException {
    var answer = decode(callback.getRawQuery());
    var code = answer.get("code");
    if (!callback.toString().startsWith(redirectUri.toString())
        || !state.equals(answer.get("state"))
        || code == null) {
      throw new LoginFailedException("The issuer gave no code: " + answer.get("error") + ".");
    }
    return code;
  }

  private Tokens exchange(HttpClient http, String code, Pkce pkce)
      throws LoginFailedException, IOException, InterruptedException {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", clientId);
    form.put("code", code);
    form.put("redirect_uri", redirectUri.toString());
    form.put("code_verifier", pkce.verifier());
    var answer = send(http, post(URI.create(issuer + "/oauth2/token"), form));
    if (answer.statusCode() != 200) {
      throw new LoginFailedException("The issuer gave no token: " + answer.body());
    }
    var json = JsonMapper.shared().readTree(answer.body());
    return new Tokens(
        json.path("access_token").asString(),
        json.path("id_token").asString(),
        json.has("refresh_token") ? json.path("refresh_token").asString() : null);
  }

  private static HttpRequest get(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
  }

  private static HttpRequest post(URI uri, Map<String, String> form) {
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
        .build();
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest request)
      throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static URI redirect(HttpResponse<String> answer, String where)
      throws LoginFailedException {
    var location = answer.headers().firstValue("Location");
    if (location.isEmpty()) {
      throw new LoginFailedException(
          "The issuer did not send on to " + where + " (status " + answer.statusCode() + ").");
    }
    return answer.uri().resolve(location.get());
  }

  private static Map<String, String> hiddenInputs(String html) {
    return HIDDEN_INPUT
        .matcher(html)
        .results()
        .collect(Collectors.toMap(input -> input.group(1), input -> input.group(2)));
  }

  private static String encode(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> decode(@Nullable String query) {
    var values = new LinkedHashMap<String, String>();
    for (var pair : (query == null ? "" : query).split("&", -1)) {
      var parts = pair.split("=", 2);
      values.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
    }
    return values;
  }
}
