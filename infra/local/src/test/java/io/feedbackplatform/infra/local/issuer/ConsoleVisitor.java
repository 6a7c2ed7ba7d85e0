package io.feedbackplatform.infra.local.issuer;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A browser that keeps its cookies while a confidential client sends it back and forth. */
record ConsoleVisitor(HttpClient browser, URI issuer, URI callback) {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  /** Where the authorize endpoint sends the browser now. */
  String authorize() throws Exception {
    return location(
        HttpRequest.newBuilder(
                issuer.resolve(
                    "/oauth2/authorize?response_type=code&client_id=console&scope=openid&redirect_uri="
                        + callback))
            .header("Accept", "text/html")
            .build());
  }

  void signIn(Account account) throws Exception {
    authorize();
    var login = issuer.resolve("/login");
    var page =
        browser.send(HttpRequest.newBuilder(login).build(), HttpResponse.BodyHandlers.ofString());
    var csrf = CSRF.matcher(page.body());
    if (!csrf.find()) {
      throw new AssertionError("no CSRF token in " + page.body());
    }
    var form =
        "_csrf=%s&username=%s&password=%s"
            .formatted(csrf.group(1), encode(account.username()), encode(account.password()));
    location(
        HttpRequest.newBuilder(login)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private String location(HttpRequest request) throws Exception {
    return browser
        .send(request, HttpResponse.BodyHandlers.discarding())
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
