package io.feedbackplatform.core.apikey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys under which secrets are hashed. They live outside the tables, so that a copy of the
 * tables alone lets nobody test guesses. Hashes are made under the newest; those made under an
 * older one hold as long as it is listed.
 */
public final class Peppers {

  /** The shortest that is accepted, in bytes: as long as the hash (RFC 2104, 3). */
  public static final int SHORTEST = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final List<SecretKeySpec> newestFirst;

  /**
   * @param newestFirst at least one, each of at least {@value #SHORTEST} bytes
   */
  public Peppers(List<byte[]> newestFirst) {
    if (newestFirst.isEmpty()
        || newestFirst.stream().anyMatch(pepper -> pepper.length < SHORTEST)) {
      throw new IllegalArgumentException("a pepper has at least " + SHORTEST + " bytes");
    }
    this.newestFirst =
        newestFirst.stream().map(pepper -> new SecretKeySpec(pepper, ALGORITHM)).toList();
  }

  /** What to keep of the token's secret; it is bound to the key's id. */
  public SecretHash hash(ApiKeyToken token) {
    return hash(newestFirst.getFirst(), token);
  }

  boolean matches(SecretHash kept, ApiKeyToken shown) {
    boolean matches = false;
    for (var pepper : newestFirst) {
      matches |= kept.equalsInConstantTime(hash(pepper, shown));
    }
    return matches;
  }

  /**
   * A key for something else from each, the newest first; none tells its pepper (HMAC-SHA-256 of
   * the label, as the expansion of HKDF, RFC 5869).
   *
   * @param label what they are for; nothing that could be a token
   */
  public List<byte[]> derive(String label) {
    return newestFirst.stream().map(pepper -> mac(pepper, label)).toList();
  }

  private static SecretHash hash(SecretKeySpec pepper, ApiKeyToken token) {
    return new SecretHash(
        Base64.getEncoder().encodeToString(mac(pepper, token.id() + "_" + token.secret())));
  }

  private static byte[] mac(SecretKeySpec pepper, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(pepper);
      return mac.doFinal(text.getBytes(US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Peppers";
  }
}
