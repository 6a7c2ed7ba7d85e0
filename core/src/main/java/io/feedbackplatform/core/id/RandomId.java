package io.feedbackplatform.core.id;

import java.security.SecureRandom;

/**
 * Fixed-length identifiers of 26 characters of Crockford's Base32 (130 random bits): no vowels that
 * spell words, nothing to escape, and none is a prefix of another.
 */
public final class RandomId {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomId() {}

  /** A new identifier; two are never equal in practice. */
  public static String next() {
    var text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /**
   * An identifier made of random bytes, the same for the same.
   *
   * @param random at least 26 bytes, of which five bits each are used
   */
  public static String of(byte[] random) {
    var text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random[i] & (ALPHABET.length() - 1)));
    }
    return text.toString();
  }

  /**
   * Whether the text has the form of an identifier; says nothing about whether it was ever issued.
   */
  public static boolean isWellFormed(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
