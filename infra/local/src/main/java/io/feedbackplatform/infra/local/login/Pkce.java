package io.feedbackplatform.infra.local.login;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A verifier of RFC 7636 and its S256 challenge. */
record Pkce(String verifier) {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  static Pkce random() {
    return new Pkce(randomText());
  }

  static String randomText() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return BASE64URL.encodeToString(bytes);
  }

  String challenge() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return BASE64URL.encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
