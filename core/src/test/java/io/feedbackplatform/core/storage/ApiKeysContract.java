package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.apikey.ApiKey;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.ApiKeyToken;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.apikey.IssuedApiKey;
import io.feedbackplatform.core.apikey.OwnedApiKey;
import io.feedbackplatform.core.apikey.Peppers;
import io.feedbackplatform.core.apikey.RevokeApiKey;
import io.feedbackplatform.core.apikey.RotateApiKey;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.AuditVerdict;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.audit.VerifyAudit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class ApiKeysContract extends StorageContract {

  private final Actor admin = Actor.person("ada", "192.0.2.7");
  private static final AuditEvent ANY_EVENT =
      AuditEvent.of(
          Actor.platform(),
          Operation.API_KEY_ROTATED,
          TestObjects.NOW,
          new Target(Target.Kind.API_KEY, "any"),
          List.of());

  private final Peppers peppers = new Peppers(List.of(new byte[32]));

  @Test
  void findsAKeyAsItWasMadeInItsTenantOnly() {
    var issued = issue(TestObjects.NOW.plusSeconds(60));

    var key = issued.key();
    assertThat(storage.apiKeys().find(tenant, key.id())).contains(key);
    assertThat(storage.apiKeys().list(tenant)).containsExactly(key);
    assertThat(storage.apiKeys().lookUp(key.id())).contains(new OwnedApiKey(tenant, key));
    assertThat(storage.apiKeys().find(otherTenant, key.id())).isEmpty();
    assertThat(storage.apiKeys().list(otherTenant)).isEmpty();
    assertThat(storage.apiKeys().lookUp(ApiKeyId.random())).isEmpty();
  }

  @Test
  void makesNoKeyTwice() {
    var key = issue(null).key();

    assertThatThrownBy(() -> storage.apiKeys().create(otherTenant, key, ANY_EVENT))
        .isInstanceOf(RuntimeException.class);
    assertThat(storage.apiKeys().lookUp(key.id())).contains(new OwnedApiKey(tenant, key));
  }

  @Test
  void makesNoMoreThanATenantMayHaveInUse() throws Exception {
    var expiring = issue(clock.instant().plusSeconds(60));
    for (int n = 1; n < ApiKey.MOST - 1; n++) {
      issue(null);
    }
    assertThat(issuedAtOnce(4)).as("the last place is taken once").isEqualTo(1);

    var full = verified();
    assertThatThrownBy(() -> issue(null)).isInstanceOf(DomainException.TooManyApiKeys.class);
    assertThat(verified()).isEqualTo(full);
    rotate(expiring, Duration.ZERO);
    clock.advance(Duration.ofSeconds(60));
    var another = issue(null);
    assertThatThrownBy(() -> issue(null)).isInstanceOf(DomainException.TooManyApiKeys.class);
    new RevokeApiKey(storage.apiKeys(), clock).revoke(tenant, admin, another.key().id());
    issue(null);
  }

  private long issuedAtOnce(int threads) throws Exception {
    Callable<Boolean> attempt =
        () -> {
          try {
            issue(null);
            return true;
          } catch (DomainException.TooManyApiKeys refused) {
            return false;
          }
        };
    long issued = 0;
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var outcome : pool.invokeAll(Collections.nCopies(threads, attempt))) {
        issued += outcome.get() ? 1 : 0;
      }
    }
    return issued;
  }

  private AuditVerdict verified() {
    var verdict = new VerifyAudit(storage.audit()).verify(tenant);
    assertThat(verdict).isInstanceOf(AuditVerdict.Intact.class);
    return verdict;
  }

  @Test
  void listsTheOldestFirst() {
    var first = issue(null).key().id();
    clock.advance(Duration.ofSeconds(1));
    var second = issue(null).key().id();

    assertThat(storage.apiKeys().list(tenant)).extracting("id").containsExactly(first, second);
  }

  @Test
  void keepsTwoSecretsForTheOverlapAndThenOne() {
    var first = issue(null);
    var second = rotate(first, Duration.ofHours(1));

    assertThat(isAccepted(first.token())).isTrue();
    assertThat(isAccepted(second.token())).isTrue();
    assertThat(storage.apiKeys().find(tenant, second.key().id())).contains(second.key());

    clock.advance(Duration.ofHours(1));
    assertThat(isAccepted(first.token())).isFalse();
    assertThat(isAccepted(second.token())).isTrue();
  }

  @Test
  void keepsNoThirdSecretAndNoneWithoutOverlap() {
    var first = issue(null);
    var second = rotate(first, Duration.ofDays(7));
    var third = rotate(first, Duration.ofDays(7));
    assertThat(isAccepted(first.token())).isFalse();
    assertThat(isAccepted(second.token())).isTrue();
    assertThat(isAccepted(third.token())).isTrue();

    var fourth = rotate(first, Duration.ZERO);
    assertThat(isAccepted(third.token())).isFalse();
    assertThat(isAccepted(fourth.token())).isTrue();
  }

  @Test
  void endsAllSecretsByRevocationForEver() {
    var first = issue(null);
    var second = rotate(first, Duration.ofDays(7));
    assertThat(isAccepted(second.token())).isTrue();

    revoke(first.key().id());
    revoke(first.key().id());

    assertThat(isAccepted(first.token())).isFalse();
    assertThat(isAccepted(second.token())).isFalse();
    assertThat(storage.apiKeys().list(tenant))
        .singleElement()
        .extracting("revokedAt")
        .isEqualTo(TestObjects.NOW);
    assertThatThrownBy(() -> rotate(first, Duration.ZERO))
        .isInstanceOf(DomainException.ApiKeyEnded.class);
  }

  @Test
  void endsAKeyWhenItExpires() {
    var issued = issue(TestObjects.NOW.plusSeconds(60));
    clock.advance(Duration.ofSeconds(59));
    assertThat(isAccepted(issued.token())).isTrue();

    clock.advance(Duration.ofSeconds(1));

    assertThat(isAccepted(issued.token())).isFalse();
    assertThatThrownBy(() -> rotate(issued, Duration.ZERO))
        .isInstanceOf(DomainException.ApiKeyEnded.class);
  }

  @Test
  void letsNoOtherTenantChangeAKey() {
    var issued = issue(null);
    var id = issued.key().id();

    assertThatThrownBy(() ->
            new RotateApiKey(storage.apiKeys(), peppers, clock)
                .rotate(otherTenant, admin, id, Duration.ZERO))
        .isInstanceOf(DomainException.NotFound.class);
    assertThatThrownBy(
            () -> new RevokeApiKey(storage.apiKeys(), clock).revoke(otherTenant, admin, id))
        .isInstanceOf(DomainException.NotFound.class);
    storage.apiKeys().noteUse(otherTenant, id, TestObjects.NOW);
    assertThat(storage.apiKeys().replace(otherTenant, issued.key(), issued.key(), ANY_EVENT))
        .isFalse();

    assertThat(storage.apiKeys().find(tenant, id)).contains(issued.key());
    assertThat(storage.apiKeys().find(otherTenant, id)).isEmpty();
  }

  @Test
  void losesNoneOfManyChangesAtOnce() {
    var issued = issue(null);
    var id = issued.key().id();

    List<Future<IssuedApiKey>> rotations;
    try (var threads = Executors.newFixedThreadPool(4)) {
      rotations =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> rotate(issued, Duration.ofDays(1))))
              .toList();
    }

    var key = storage.apiKeys().find(tenant, id).orElseThrow();
    assertThat(key.version()).isEqualTo(9);
    assertThat(
            rotations.stream()
                .map(Future::resultNow)
                .filter(rotation -> isAccepted(rotation.token())))
        .hasSize(2);
  }

  @Test
  void notesItsUseAtMostOnceAnHourAndKeepsItThroughChanges() {
    var issued = issue(null);
    var id = issued.key().id();
    storage.apiKeys().noteUse(tenant, id, TestObjects.NOW);
    storage.apiKeys().noteUse(tenant, id, TestObjects.NOW.plusSeconds(3_599));
    assertThat(lastUse(id)).isEqualTo(TestObjects.NOW);

    storage.apiKeys().noteUse(tenant, id, TestObjects.NOW.plusSeconds(3_600));
    rotate(issued, Duration.ZERO);

    assertThat(lastUse(id)).isEqualTo(TestObjects.NOW.plusSeconds(3_600));
    storage.apiKeys().noteUse(tenant, ApiKeyId.random(), TestObjects.NOW);
    assertThat(storage.apiKeys().list(tenant)).hasSize(1);
  }

  @Test
  void leavesOneEntryForEachChangeAndNoneForUse() {
    var issued = issue(null);
    rotate(issued, Duration.ofHours(1));
    revoke(issued.key().id());
    revoke(issued.key().id());
    storage.apiKeys().noteUse(tenant, issued.key().id(), TestObjects.NOW);

    assertThat(storage.audit().entries(tenant))
        .allMatch(entry -> entry.event().target().id().equals(issued.key().id().value()))
        .allMatch(entry -> entry.event().actor().equals(admin))
        .extracting(entry -> entry.event().operation())
        .containsExactly(
            Operation.API_KEY_CREATED, Operation.API_KEY_ROTATED, Operation.API_KEY_REVOKED);
    assertThat(new VerifyAudit(storage.audit()).verify(tenant))
        .isEqualTo(new AuditVerdict.Intact(3));
  }

  private @Nullable Instant lastUse(ApiKeyId id) {
    return storage.apiKeys().find(tenant, id).orElseThrow().lastUsedAt();
  }

  private IssuedApiKey issue(@Nullable Instant expiresAt) {
    return new IssueApiKey(storage.apiKeys(), peppers, clock)
        .issue(
            tenant,
            admin,
            "Warehouse",
            Set.of(ApiKeyScope.FEEDBACK_READ, ApiKeyScope.ANALYTICS_READ),
            expiresAt);
  }

  private IssuedApiKey rotate(IssuedApiKey issued, Duration overlap) {
    return new RotateApiKey(storage.apiKeys(), peppers, clock)
        .rotate(tenant, admin, issued.key().id(), overlap);
  }

  private void revoke(ApiKeyId id) {
    new RevokeApiKey(storage.apiKeys(), clock).revoke(tenant, admin, id);
  }

  private boolean isAccepted(ApiKeyToken token) {
    return storage
        .apiKeys()
        .lookUp(token.id())
        .orElseThrow()
        .key()
        .accepts(token, peppers, clock.instant());
  }
}
