package io.feedbackplatform.core.apikey;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What the holder of an API key shows: {@code fbk_live_<keyId>_<secret>_<crc>}, all characters of
 * Crockford's Base32 in upper case. Every character of the secret is random, so that no two
 * spellings mean one secret. The CRC-32 (ISO 3309) covers every byte before it, and detects any
 * change within 32 consecutive bits: no key with one wrong character is well-formed.
 *
 * @param secret 52 characters, 260 random bits
 */
public record ApiKeyToken(ApiKeyId id, String secret) {

  /** With this begins every key, so that scanners for leaked secrets can find one. */
  public static final String PREFIX = "fbk_live_";

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int SECRET_LENGTH = 52;
  private static final int CRC_LENGTH = 7;
  private static final Pattern SECRET =
      Pattern.compile("[" + ALPHABET + "]{" + SECRET_LENGTH + "}");
  private static final Pattern FORM =
      Pattern.compile(
          "(?<covered>"
              + PREFIX
              + "(?<id>["
              + ALPHABET
              + "]{26})_(?<secret>["
              + ALPHABET
              + "]{"
              + SECRET_LENGTH
              + "})_)(?<crc>["
              + ALPHABET
              + "]{"
              + CRC_LENGTH
              + "})");
  private static final SecureRandom RANDOM = new SecureRandom();

  public ApiKeyToken {
    if (!SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException("a secret has 52 characters of Crockford's Base32");
    }
  }

  /** A new secret for a key. */
  public static ApiKeyToken random(ApiKeyId id) {
    var random = new byte[SECRET_LENGTH];
    RANDOM.nextBytes(random);
    var secret = new StringBuilder(SECRET_LENGTH);
    for (var bits : random) {
      secret.append(ALPHABET.charAt(bits & 31));
    }
    return new ApiKeyToken(id, secret.toString());
  }

  /** The token that the text spells, or empty when it cannot be one; nothing is read for that. */
  public static Optional<ApiKeyToken> parse(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches() || !parts.group("crc").equals(crcOf(parts.group("covered")))) {
      return Optional.empty();
    }
    return Optional.of(new ApiKeyToken(new ApiKeyId(parts.group("id")), parts.group("secret")));
  }

  /** What its holder keeps, and nobody else. */
  public String text() {
    var covered = PREFIX + id + "_" + secret + "_";
    return covered + crcOf(covered);
  }

  private static String crcOf(String covered) {
    var crc = new CRC32();
    crc.update(covered.getBytes(StandardCharsets.US_ASCII));
    var text = new StringBuilder(CRC_LENGTH);
    for (int shift = (CRC_LENGTH - 1) * 5; shift >= 0; shift -= 5) {
      text.append(ALPHABET.charAt((int) (crc.getValue() >>> shift) & 31));
    }
    return text.toString();
  }

  /** Safe in logs. */
  @Override
  public String toString() {
    return PREFIX + id + "_...";
  }
}
