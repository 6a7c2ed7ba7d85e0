package io.feedbackplatform.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.core.member.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tokens that the issuer did sign, with claims that are not those of an access token for us. */
final class HostileClaims {

  private final TestIssuer issuer;
  private final UserId user;
  private final List<HostileToken> tokens = new ArrayList<>();

  private HostileClaims(TestIssuer issuer, UserId user) {
    this.issuer = issuer;
    this.user = user;
  }

  static List<HostileToken> of(TestIssuer issuer, UserId user) {
    var claims = new HostileClaims(issuer, user);
    claims.times();
    claims.issuers();
    claims.uses();
    claims.clients();
    claims.subjects();
    return claims.tokens;
  }

  private void times() {
    without("exp");
    for (var exp :
        List.of("%d".formatted(in(-60)), "0", "1", "-1", "-99999999999", "\"2999-01-01\"")) {
      with("exp", exp);
    }
    for (var exp : List.of("\"" + in(900) + "\"", "null", "true", "[]", "{}", "1e400", "-1e400")) {
      with("exp", exp);
    }
    with("exp", "9".repeat(400));
    for (var nbf : List.of("%d".formatted(in(60)), "99999999999", "\"now\"", "[]", "1e400")) {
      add("nbf", nbf);
    }
    with("iat", "\"now\"");
  }

  private void issuers() {
    without("iss");
    for (var iss :
        List.of(
            "https://issuer.example/other",
            "https://issuer.example/pool/",
            "HTTPS://ISSUER.EXAMPLE/POOL",
            "http://issuer.example/pool",
            "https://issuer.example/pool?",
            "https://issuer.example/pool#",
            "https://issuer.example:443/pool",
            "https://issuer.example/./pool",
            "https://user@issuer.example/pool",
            "https://issuer.example.evil.example/pool",
            " https://issuer.example/pool",
            "https://issuer.example/pool\\u0000",
            "https://\\u0456ssuer.example/pool",
            "issuer.example/pool",
            "")) {
      with("iss", "\"" + iss + "\"");
    }
    with("iss", "[\"https://issuer.example/pool\"]");
    with("iss", "{\"url\":\"https://issuer.example/pool\"}");
    with("iss", "null");
  }

  private void uses() {
    without("token_use");
    for (var use : List.of("\"id\"", "\"refresh\"", "\"ACCESS\"", "\"access \"", "true", "null")) {
      with("token_use", use);
    }
    with("token_use", "[\"access\"]");
    signed(
        "whole ID token",
        good()
            .replace("\"access\"", "\"id\"")
            .replace("\"client_id\"", "\"aud\"")
            .replace("\"username\"", "\"cognito:username\""));
  }

  private void clients() {
    without("client_id");
    for (var client :
        List.of("\"someone-else\"", "\"\"", "\"Console-Client\"", "\" console-client\"", "1")) {
      with("client_id", client);
    }
    with("client_id", "[\"console-client\"]");
    with("client_id", "\"console-client, other-client\"");
    signed("client as aud only", good().replace("\"client_id\"", "\"aud\""));
  }

  private void subjects() {
    without("sub");
    for (var sub : List.of("\"\"", "\" \"", "\"\\t\\n\"", "null", "5", "true", "{}")) {
      with("sub", sub);
    }
    with("sub", "[\"" + user.value() + "\"]");
    with("sub", "\"" + "s".repeat(129) + "\"");
    with("sub", "\"" + "s".repeat(4_000) + "\"");
  }

  private void with(String claim, String value) {
    var shown = value.length() > 60 ? value.substring(0, 60) + "..." : value;
    signed(claim + " = " + shown, replaced(claim, value));
  }

  private void add(String claim, String value) {
    var good = good();
    signed(
        claim + " = " + value,
        good.substring(0, good.length() - 1) + ",\"" + claim + "\":" + value + "}");
  }

  private void without(String claim) {
    signed("no " + claim, replaced(claim, null));
  }

  private void signed(String what, String payload) {
    tokens.add(HostileToken.of(what, HostileToken.Flaw.CLAIMS, sign(issuer, header(), payload)));
  }

  private String replaced(String claim, String value) {
    var members = new ArrayList<String>();
    for (var member : good().substring(1, good().length() - 1).split(",")) {
      if (!member.startsWith("\"" + claim + "\":")) {
        members.add(member);
      } else if (value != null) {
        members.add("\"" + claim + "\":" + value);
      }
    }
    return "{" + String.join(",", members) + "}";
  }

  private String header() {
    return issuer.header().toString();
  }

  private String good() {
    return payload(user);
  }

  /** The claims of an accepted token, in JSON without spaces. */
  static String payload(UserId user) {
    return """
    {"iss":"%s","sub":"%s","username":"ada","token_use":"access","client_id":"%s","iat":%d,"exp":%d}\
    """
        .formatted(
            "https://issuer.example/pool", user.value(), TestIssuer.CLIENT_ID, in(0), in(900));
  }

  /** A token of any header and claims, however odd, with a signature that fits. */
  static String sign(TestIssuer issuer, String header, String payload) {
    var input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
    return input + "." + signature(issuer, input);
  }

  static Base64URL signature(TestIssuer issuer, String input) {
    try {
      return new RSASSASigner(issuer.key())
          .sign(issuer.header(), input.getBytes(StandardCharsets.US_ASCII));
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static long in(long seconds) {
    return Instant.now().getEpochSecond() + seconds;
  }
}
