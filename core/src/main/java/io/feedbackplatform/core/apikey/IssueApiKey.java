package io.feedbackplatform.core.apikey;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.text.Line;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a key for a partner. */
public final class IssueApiKey {

  private final ApiKeys keys;
  private final Peppers peppers;
  private final Clock clock;

  public IssueApiKey(ApiKeys keys, Peppers peppers, Clock clock) {
    this.keys = keys;
    this.peppers = peppers;
    this.clock = clock;
  }

  /**
   * @throws DomainException.InvalidInput when the name is blank, no visible line, or longer than
   *     {@value ApiKey#LONGEST_NAME} characters, there is no scope, or the expiry is not to come
   * @throws DomainException.TooManyApiKeys when the tenant has {@value ApiKey#MOST} in use
   */
  public IssuedApiKey issue(
      TenantId tenant,
      Actor by,
      String name,
      Set<ApiKeyScope> scopes,
      @Nullable Instant expiresAt) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    check(name, scopes, expiresAt, now);
    var token = ApiKeyToken.random(ApiKeyId.random());
    var key =
        new ApiKey(
            token.id(),
            name.strip(),
            scopes,
            now,
            new UserId(by.id()),
            expiresAt,
            peppers.hash(token),
            null,
            null,
            null,
            1);
    var fields =
        expiresAt == null ? List.of("name", "scopes") : List.of("expiresAt", "name", "scopes");
    keys.create(tenant, key, key.event(by, Operation.API_KEY_CREATED, now, fields));
    return new IssuedApiKey(key, token);
  }

  private static void check(
      String name, Set<ApiKeyScope> scopes, @Nullable Instant expiresAt, Instant now) {
    var violations = new ArrayList<Violation>();
    if (name.isBlank()) {
      violations.add(new Violation("name", "required", "Say what the key is for."));
    } else if (name.strip().length() > ApiKey.LONGEST_NAME) {
      violations.add(new Violation("name", "too_long", "Send at most 100 characters."));
    } else if (!Line.isVisible(name.strip())) {
      violations.add(
          new Violation("name", "invalid_text", "Send one line without control characters."));
    }
    if (scopes.isEmpty()) {
      violations.add(new Violation("scopes", "required", "Send at least one scope."));
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      violations.add(
          new Violation(
              "expiresAt", "out_of_range", "Send an instant to come, or leave the field out."));
    }
    if (!violations.isEmpty()) {
      throw new DomainException.InvalidInput(violations);
    }
  }
}
