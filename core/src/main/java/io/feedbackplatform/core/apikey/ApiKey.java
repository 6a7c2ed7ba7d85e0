package io.feedbackplatform.core.apikey;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.member.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A partner's key as it is kept: without its secret.
 *
 * @param name what people call it, 1 to {@value #LONGEST_NAME} characters
 * @param scopes what it may do, at least one
 * @param expiresAt from when on it is refused, absent when it does not expire
 * @param secret of the newest secret
 * @param former of the secret before it, until its overlap has passed
 * @param lastUsedAt when it was last seen in use, up to an hour behind
 * @param version counts the changes, so that none is made to what was changed meanwhile
 */
public record ApiKey(
    ApiKeyId id,
    String name,
    Set<ApiKeyScope> scopes,
    Instant createdAt,
    UserId createdBy,
    @Nullable Instant expiresAt,
    SecretHash secret,
    @Nullable FormerSecret former,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt,
    int version) {

  public static final int LONGEST_NAME = 100;

  /** How many keys a tenant may have in use; one for each partner is plenty. */
  public static final int MOST = 50;

  /** The longest time that a replaced secret may still be used. */
  public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  /** How precisely its last use is known. */
  public static final Duration USE_PRECISION = Duration.ofHours(1);

  /** A secret that was replaced, and from when on it is refused. */
  public record FormerSecret(SecretHash secret, Instant endsAt) {}

  public ApiKey {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a key's name has 1 to 100 characters");
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("a key has at least one scope");
    }
    scopes = Set.copyOf(scopes);
  }

  /** Whether the key itself may be used, whatever the secret. */
  public boolean isActiveAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /**
   * @param all the keys of a tenant
   * @throws DomainException.TooManyApiKeys when so many are active that there can be no other
   */
  public static void requireRoom(List<ApiKey> all, Instant now) {
    if (all.stream().filter(key -> key.isActiveAt(now)).count() >= MOST) {
      throw new DomainException.TooManyApiKeys();
    }
  }

  /** Whether whoever shows this token may act for the tenant now. */
  public boolean accepts(ApiKeyToken shown, Peppers peppers, Instant now) {
    boolean newest = peppers.matches(secret, shown);
    boolean replaced =
        former != null && peppers.matches(former.secret(), shown) && now.isBefore(former.endsAt());
    return shown.id().equals(id) && isActiveAt(now) && (newest || replaced);
  }

  /** With a new secret; the newest one holds for the overlap, one before it ends now. */
  ApiKey rotated(SecretHash next, Instant now, Duration overlap) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new IllegalArgumentException("secrets overlap for 0 to 7 days");
    }
    var replaced = overlap.isZero() ? null : new FormerSecret(secret, now.plus(overlap));
    return changed(next, replaced, revokedAt);
  }

  /** Ended, with all its secrets. */
  ApiKey revoked(Instant now) {
    return changed(secret, null, now);
  }

  /** Whether its use is to be noted again. */
  public boolean isUseUnnotedAt(Instant now) {
    return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(USE_PRECISION));
  }

  /** As it is once its use is noted. */
  public ApiKey usedAt(Instant now) {
    return new ApiKey(
        id, name, scopes, createdAt, createdBy, expiresAt, secret, former, revokedAt, now, version);
  }

  AuditEvent event(Actor actor, Operation operation, Instant at, List<String> fields) {
    return AuditEvent.of(actor, operation, at, new Target(Target.Kind.API_KEY, id.value()), fields);
  }

  private ApiKey changed(
      SecretHash newest, @Nullable FormerSecret replaced, @Nullable Instant ended) {
    return new ApiKey(
        id,
        name,
        scopes,
        createdAt,
        createdBy,
        expiresAt,
        newest,
        replaced,
        ended,
        lastUsedAt,
        version + 1);
  }
}
