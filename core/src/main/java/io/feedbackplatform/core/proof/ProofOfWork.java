package io.feedbackplatform.core.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes challenges and checks what solves them, without keeping anything: a challenge carries its
 * expiry in its salt and is signed under a key of its site's own, so that it serves no other.
 */
public final class ProofOfWork {

  /** How long a challenge may be shown; enough to write at leisure. */
  public static final Duration LIFETIME = Duration.ofMinutes(20);

  /** Takes a phone half a second on average, and a sender of millions a server. */
  public static final int MOST = 100_000;

  private static final String ALGORITHM = "SHA-256";
  private static final String MAC = "HmacSHA256";
  private static final int SALT_BYTES = 12;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** The sign at the end keeps digits of the number from passing for digits of the expiry. */
  private static final Pattern SALT = Pattern.compile("[0-9a-f]{24}\\?expires=([0-9]{10})&");

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec secret;
  private final Clock clock;

  /**
   * @param secret known to every instance that makes or checks challenges
   */
  public ProofOfWork(byte[] secret, Clock clock) {
    this.secret = new SecretKeySpec(secret, MAC);
    this.clock = clock;
  }

  /** A new challenge for pages of the site. */
  public WorkChallenge challenge(TenantId tenant, SiteId site) {
    var bytes = new byte[SALT_BYTES];
    random.nextBytes(bytes);
    long expires = clock.instant().plus(LIFETIME).getEpochSecond();
    var salt = "%s?expires=%010d&".formatted(HexFormat.of().formatHex(bytes), expires);
    var challenge = hash(salt + random.nextInt(MOST + 1));
    return new WorkChallenge(ALGORITHM, challenge, MOST, salt, signature(tenant, site, challenge));
  }

  /**
   * The challenge that was solved, which the caller must see to being shown once only.
   *
   * @throws DomainException.ChallengeFailed when this solves no challenge of the site
   * @throws DomainException.ChallengeExpired when it does, and comes too late
   */
  public SpentChallenge check(TenantId tenant, SiteId site, WorkSolution solution) {
    var salt = SALT.matcher(solution.salt());
    if (!solution.algorithm().equals(ALGORITHM)
        || !salt.matches()
        || !HASH.matcher(solution.challenge()).matches()
        || solution.number() < 0
        || solution.number() > MOST
        || !isEqual(signature(tenant, site, solution.challenge()), solution.signature())
        || !isEqual(hash(solution.salt() + solution.number()), solution.challenge())) {
      throw new DomainException.ChallengeFailed();
    }
    var expiresAt = Instant.ofEpochSecond(Long.parseLong(salt.group(1)));
    if (!expiresAt.isAfter(clock.instant())) {
      throw new DomainException.ChallengeExpired();
    }
    return new SpentChallenge(site, solution.challenge(), expiresAt.minus(LIFETIME), expiresAt);
  }

  private String signature(TenantId tenant, SiteId site, String challenge) {
    var ownKey = mac(secret, "challenge 1\n" + tenant + "\n" + site);
    return HexFormat.of().formatHex(mac(new SecretKeySpec(ownKey, MAC), challenge));
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + MAC, impossible);
    }
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(ALGORITHM).digest(text.getBytes(US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
  }
}
