package io.feedbackplatform.core.member;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret by which an invitation is accepted: {@code fbi_} and 256 random bits. It is shown
 * once; storage knows its hash only, which for so many random bits needs no salt.
 */
public record InvitationToken(String value) {

  private static final String PREFIX = "fbi_";
  private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public InvitationToken {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an invitation's token");
    }
  }

  public static InvitationToken random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  /**
   * The token of these bytes.
   *
   * @param random 32 bytes that nobody can guess
   */
  public static InvitationToken of(byte[] random) {
    return new InvitationToken(
        PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** The token that the text spells, or empty when it cannot be one. */
  public static Optional<InvitationToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new InvitationToken(text)) : Optional.empty();
  }

  /** SHA-256 of the token, in lower-case hex. */
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Not the secret, so that no log shows it. */
  @Override
  public String toString() {
    return PREFIX + "...";
  }
}
