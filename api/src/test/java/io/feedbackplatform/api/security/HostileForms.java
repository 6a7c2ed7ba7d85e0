package io.feedbackplatform.api.security;

import com.nimbusds.jose.util.Base64URL;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.core.member.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A good token that was cut, stretched, bent or doubled, and what never was one. */
final class HostileForms {

  private final List<HostileToken> tokens = new ArrayList<>();
  private final String good;
  private final String header;
  private final String payload;
  private final String signature;

  private HostileForms(String good) {
    this.good = good;
    var parts = good.split("\\.");
    this.header = parts[0];
    this.payload = parts[1];
    this.signature = parts[2];
  }

  static List<HostileToken> of(TestIssuer issuer, UserId user) {
    var forms = new HostileForms(issuer.tokenFor(user));
    forms.signatures();
    forms.shapes();
    forms.duplicates(issuer, user);
    forms.headers();
    forms.garbage();
    return forms.tokens;
  }

  private void signatures() {
    signed("", "none");
    signed(signature.substring(4), "cut in front");
    signed(signature.substring(0, signature.length() - 4), "cut behind");
    signed(signature.substring(0, signature.length() - 1), "one letter short");
    signed(signature + "AAAA", "longer");
    signed("AAAA" + signature, "longer in front");
    signed("A".repeat(signature.length()), "of zeros");
    signed(signature + signature, "twice");
    signed(flipped(signature, 0), "first letter changed");
    signed(flipped(signature, 100), "inner letter changed");
    signed(lastBitsChanged(signature), "same bytes, spelt otherwise");
    signed(signature + "=", "with one pad too few");
    signed(signature + "==", "padded");
    signed(signature.toLowerCase(Locale.ROOT), "in lower case");
    signed(signature.replace('-', '+').replace('_', '/') + "~", "in another alphabet");
  }

  private void shapes() {
    form("two parts", header + "." + payload);
    form("one part", payload);
    form("four parts", good + ".x");
    form("four parts, the last empty", good + ".");
    form("five parts", good + "." + payload + "." + signature);
    form("a dot in front", "." + good);
    form("parts in another order", payload + "." + header + "." + signature);
    form("no header", "." + payload + "." + signature);
    form("no claims", header + ".." + signature);
    form("header padded", header + "==." + payload + "." + signature);
    form("claims with a stray letter", header + "." + payload + "~." + signature);
    form("other claims", header + "." + Base64URL.encode("{\"sub\":\"x\"}") + "." + signature);
    form("twice", good + good);
    form("in JSON form", "{\"payload\":\"" + payload + "\"}");
  }

  private void duplicates(TestIssuer issuer, UserId user) {
    var claims = HostileClaims.payload(user);
    for (var twice :
        List.of(
            "\"sub\":\"someone-else\"",
            "\"sub\":\"" + user.value() + "\"",
            "\"exp\":99999999999",
            "\"iss\":\"https://issuer.example/pool\"",
            "\"token_use\":\"access\"",
            "\"client_id\":\"" + TestIssuer.CLIENT_ID + "\"")) {
      var doubled = "{" + twice + "," + claims.substring(1);
      form(
          "claim twice: " + twice, HostileClaims.sign(issuer, issuer.header().toString(), doubled));
    }
    for (var content : List.of("", "null", "[]", "5", "\"text\"", "{", "{}x", claims + claims)) {
      var shown = content.length() > 9 ? "claims twice" : content;
      form("content " + shown, HostileClaims.sign(issuer, issuer.header().toString(), content));
    }
  }

  private void headers() {
    header("two tokens", "Bearer " + good + " " + good);
    header("two tokens with a comma", "Bearer " + good + ", Bearer " + good);
    header("a comma behind", "Bearer " + good + ",");
    header("two spaces", "Bearer  " + good);
    header("a space behind", "Bearer " + good + " ");
    header("in quotes", "Bearer \"" + good + "\"");
    header("the scheme twice", "Bearer Bearer " + good);
    header("no space", "Bearer" + good);
    header("a parameter", "Bearer token=" + good);
    header("no token", "Bearer ");
    header("two headers, the same", "Bearer " + good, "Bearer " + good);
    header("two headers, a good one first", "Bearer " + good, "Bearer abc");
    header("two headers, a good one last", "Bearer abc", "Bearer " + good);
    header("two headers, another scheme last", "Bearer " + good, "Basic YTpi");
  }

  private void garbage() {
    form("a word", "abc");
    form("dots", "..");
    form("a dot", ".");
    form("null", "null");
    form("an endless word", "a".repeat(6_000));
    form("endless dots", ".".repeat(6_000));
    form("no JSON", Base64URL.encode("x") + "." + Base64URL.encode("y") + ".eg");
    form("a site key", "fbpk_0000000000000000000000000000");
    form("letters of another script", "\u00E4.\u00F6.\u00FC");
  }

  private void signed(String signature, String what) {
    form("signature " + what, header + "." + payload + "." + signature);
  }

  private void form(String what, String token) {
    tokens.add(HostileToken.of(what, HostileToken.Flaw.FORM, token));
  }

  private void header(String what, String... headers) {
    tokens.add(new HostileToken("header: " + what, HostileToken.Flaw.FORM, List.of(headers)));
  }

  private static String flipped(String text, int at) {
    var other = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  /** 256 bytes leave four bits of the last letter unused: a lenient reader takes 16 spellings. */
  private static String lastBitsChanged(String signature) {
    var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    var last = alphabet.indexOf(signature.charAt(signature.length() - 1));
    return signature.substring(0, signature.length() - 1) + alphabet.charAt(last + 1);
  }
}
