package io.feedbackplatform.api.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.apikey.ApiKey;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.ApiKeyToken;
import io.feedbackplatform.core.apikey.ApiKeys;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.apikey.OwnedApiKey;
import io.feedbackplatform.core.apikey.Peppers;
import io.feedbackplatform.core.apikey.RevokeApiKey;
import io.feedbackplatform.core.apikey.RotateApiKey;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ApiKeyDirectoryTest {

  private final AtomicLong nanos = new AtomicLong();
  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final Peppers peppers = new Peppers(List.of(new byte[32]));
  private final Counted keys = new Counted(new InMemoryStorage(clock).apiKeys());
  private final ApiKeyDirectory directory = new ApiKeyDirectory(keys, peppers, clock, nanos::get);
  private final TenantId tenant = TenantId.random();
  private final Actor admin = Actor.person("ada", null);

  @Test
  void refusesARevokedKeyWithinFiveSeconds() {
    var token = issue(null);
    assertThat(directory.callerOf(token)).isPresent();

    new RevokeApiKey(keys, clock).revoke(tenant, admin, token.id());
    pass(Duration.ofSeconds(4).plusMillis(1));

    assertThat(directory.callerOf(token)).isEmpty();
  }

  @Test
  void readsAnAcceptedKeyOnceInFourSeconds() {
    var token = issue(null);
    for (int i = 0; i < 100; i++) {
      assertThat(directory.callerOf(token)).isPresent();
    }

    assertThat(keys.lookUps).hasValue(1);
  }

  @Test
  void acceptsANewSecretAtOnceAndTheFormerForItsOverlap() {
    var first = issue(null);
    assertThat(directory.callerOf(first)).isPresent();

    var second =
        new RotateApiKey(keys, peppers, clock)
            .rotate(tenant, admin, first.id(), Duration.ofSeconds(2))
            .token();

    assertThat(directory.callerOf(second)).isPresent();
    assertThat(directory.callerOf(first)).isPresent();
    pass(Duration.ofSeconds(2));
    assertThat(directory.callerOf(first)).isEmpty();
    assertThat(directory.callerOf(second)).isPresent();
  }

  @Test
  void endsAKeyAtTheInstantOfItsExpiry() {
    var token = issue(TestObjects.NOW.plusSeconds(1));
    assertThat(directory.callerOf(token)).isPresent();

    pass(Duration.ofSeconds(1));

    assertThat(directory.callerOf(token)).isEmpty();
  }

  @Test
  void asksAgainForWhatItDidNotFind() {
    var token = ApiKeyToken.random(ApiKeyId.random());

    assertThat(directory.callerOf(token)).isEmpty();
    assertThat(directory.callerOf(token)).isEmpty();

    assertThat(keys.lookUps).hasValue(2);
  }

  @Test
  void notesUseOnceAnHourAndServesWhenItCannot() {
    var token = issue(null);
    keys.broken = true;
    assertThat(directory.callerOf(token)).isPresent();
    assertThat(keys.notes).hasValue(1);

    keys.broken = false;
    for (int i = 0; i < 100; i++) {
      assertThat(directory.callerOf(token)).isPresent();
    }
    assertThat(keys.notes).hasValue(2);
    pass(Duration.ofHours(1));
    directory.callerOf(token);
    assertThat(keys.notes).hasValue(3);
  }

  private ApiKeyToken issue(Instant expiresAt) {
    return new IssueApiKey(keys, peppers, clock)
        .issue(tenant, admin, "Partner", Set.of(ApiKeyScope.FEEDBACK_READ), expiresAt)
        .token();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    clock.advance(time);
  }

  /** Keys that count what is asked of them. */
  private static final class Counted implements ApiKeys {

    private final ApiKeys keys;
    private final AtomicInteger lookUps = new AtomicInteger();
    private final AtomicInteger notes = new AtomicInteger();
    private boolean broken;

    Counted(ApiKeys keys) {
      this.keys = keys;
    }

    @Override
    public void create(TenantId tenant, ApiKey key, AuditEvent event) {
      keys.create(tenant, key, event);
    }

    @Override
    public boolean replace(TenantId tenant, ApiKey before, ApiKey after, AuditEvent event) {
      return keys.replace(tenant, before, after, event);
    }

    @Override
    public void noteUse(TenantId tenant, ApiKeyId key, Instant at) {
      notes.incrementAndGet();
      if (broken) {
        throw new IllegalStateException("away");
      }
      keys.noteUse(tenant, key, at);
    }

    @Override
    public Optional<ApiKey> find(TenantId tenant, ApiKeyId key) {
      return keys.find(tenant, key);
    }

    @Override
    public List<ApiKey> list(TenantId tenant) {
      return keys.list(tenant);
    }

    @Override
    public Optional<OwnedApiKey> lookUp(ApiKeyId key) {
      lookUps.incrementAndGet();
      return keys.lookUp(key);
    }
  }
}
