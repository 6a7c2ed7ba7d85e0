package io.feedbackplatform.core.apikey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;

/** What is kept of a secret: its HMAC-SHA-256 under a pepper, in Base64. */
public record SecretHash(String value) {

  /** Compares in a time that does not tell how much was equal. */
  boolean equalsInConstantTime(SecretHash other) {
    return MessageDigest.isEqual(value.getBytes(US_ASCII), other.value.getBytes(US_ASCII));
  }

  @Override
  public String toString() {
    return "SecretHash";
  }
}
