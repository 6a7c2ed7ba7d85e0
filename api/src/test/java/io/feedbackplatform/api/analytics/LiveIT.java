package io.feedbackplatform.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feedbackplatform.api.server.HttpCalls;
import io.feedbackplatform.api.server.InProcessApi;
import io.feedbackplatform.api.server.KeyServer;
import io.feedbackplatform.api.server.RealApi;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.apikey.IssuedApiKey;
import io.feedbackplatform.core.apikey.RevokeApiKey;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.tenant.TenantChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Live figures over the wire, from a server, whose streams stay open. */
@ExtendWith(OutputCaptureExtension.class)
class LiveIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  private static KeyServer keyServer;
  private static TestIssuer issuer;
  private static RealApi real;

  private final List<HeardEvents> listeners = new ArrayList<>();
  private HttpCalls api;
  private TestTenant tenant;

  @BeforeAll
  static void start() {
    keyServer = KeyServer.start();
    issuer = new TestIssuer(keyServer.url());
    keyServer.serve(issuer.publicKeys());
    real = RealApi.start(new InProcessApi(), keyServer.url());
  }

  @AfterAll
  static void stop() {
    real.close();
    keyServer.close();
  }

  @BeforeEach
  void openTenant() {
    api = real.calls();
    tenant = TestTenant.in(real.storage());
  }

  @AfterEach
  void hangUp() {
    listeners.forEach(HeardEvents::close);
  }

  @Test
  void tellsOfEachChangeWhileItIsOpenToTheTenantsOwnListenersOnly() {
    var other = TestTenant.in(real.storage());
    var listener = listen(token(tenant));
    var stranger = listen(token(other));
    await().atMost(SOON).until(() -> listener.totals().equals(List.of(0)));
    await().atMost(SOON).until(() -> stranger.totals().equals(List.of(0)));

    count(tenant, 5);
    await().atMost(SOON).until(() -> listener.totals().equals(List.of(0, 1)));
    count(tenant, 1);
    await().atMost(SOON).until(() -> listener.totals().equals(List.of(0, 1, 2)));

    assertThat(listener.hasEnded()).isFalse();
    assertThat(listener.ids()).doesNotHaveDuplicates();
    assertThat(stranger.totals()).containsExactly(0);
    count(other, 5);
    await().atMost(SOON).until(() -> stranger.totals().equals(List.of(0, 1)));
    assertThat(listener.totals()).hasSize(3);
  }

  @Test
  void saysThatItIsThereWhileNothingChanges() {
    var listener = listen(token(tenant));

    await().atMost(SOON).until(() -> listener.lines().contains(":"));

    assertThat(listener.answer().headers().firstValue("Content-Type"))
        .contains("text/event-stream");
    assertThat(listener.answer().headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(listener.lines()).startsWith("retry: 2000");
    assertThat(listener.totals()).containsExactly(0);
  }

  @Test
  void tellsWhoComesBackOnlyWhatIsNew() {
    count(tenant, 5);
    var first = listen(token(tenant));
    await().atMost(SOON).until(() -> first.ids().size() == 1);
    first.close();

    var again = listen(token(tenant), "Last-Event-ID", first.ids().getFirst());
    await().atMost(SOON).until(() -> again.lines().contains(":"));
    assertThat(again.ids()).isEmpty();
    count(tenant, 5);
    await().atMost(SOON).until(() -> again.totals().equals(List.of(2)));
  }

  @Test
  void endsWithinFiveSecondsForAKeyThatIsRevoked() {
    var revoked = key(tenant);
    var kept = key(tenant);
    var listener = listen(revoked.token().text());
    var other = listen(kept.token().text());
    await().atMost(SOON).until(() -> !listener.ids().isEmpty() && !other.ids().isEmpty());

    new RevokeApiKey(real.storage().apiKeys(), Clock.systemUTC())
        .revoke(tenant.id(), Actor.platform(), revoked.key().id());

    assertThat(listener.endsWithin(5)).isTrue();
    count(tenant, 5);
    await().atMost(SOON).until(() -> other.totals().equals(List.of(0, 1)));
    assertThat(listener.totals()).containsExactly(0);
    assertThat(listen(revoked.token().text()).status()).isEqualTo(401);
  }

  @Test
  void endsWithinFiveSecondsForAMemberWhoIsRemoved() {
    var user = new UserId(UUID.randomUUID().toString());
    TestTenant.join(real.storage(), tenant.id(), user, Role.OWNER);
    var listener = listen(token(tenant));
    var other = listen(issuer.tokenFor(user));
    await().atMost(SOON).until(() -> !listener.ids().isEmpty() && !other.ids().isEmpty());

    real.storage().members().remove(tenant.id(), tenant.member(), Actor.platform());

    assertThat(listener.endsWithin(5)).isTrue();
    assertThat(other.hasEnded()).isFalse();
  }

  @Test
  void endsWithinFiveSecondsWhenTheTenantIsSuspended() {
    var listener = listen(token(tenant));
    await().atMost(SOON).until(() -> !listener.ids().isEmpty());

    real.storage()
        .tenants()
        .change(tenant.id(), new TenantChange.Suspend("Unpaid."), Actor.operator("grace", null));

    assertThat(listener.endsWithin(5)).isTrue();
    assertThat(listen(token(tenant)).status()).isEqualTo(403);
    assertThat(api.get("/analytics", token(tenant)).statusCode()).isEqualTo(200);
  }

  @Test
  void endsWithTheToken() {
    var end = Instant.now().plusSeconds(3);
    var token = issuer.token(tenant.member(), claims -> claims.expirationTime(Date.from(end)));
    var listener = listen(token);
    await().atMost(SOON).until(() -> !listener.ids().isEmpty());

    assertThat(listener.endsWithin(8)).isTrue();
  }

  @Test
  void hasRoomForSoManyAndGivesItBack(CapturedOutput log) {
    var token = token(tenant);
    for (int i = 0; i < LiveFeeds.MOST_LISTENERS; i++) {
      assertThat(listen(token).status()).isEqualTo(200);
    }
    var refused = listen(token);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.answer().headers().firstValue("Retry-After")).contains("10");
    assertThat(listen(token(TestTenant.in(real.storage()))).status()).isEqualTo(200);

    // Clients that are gone without a word.
    listeners.forEach(HeardEvents::close);

    await().atMost(Duration.ofSeconds(20)).until(() -> listen(token).status() == 200);
    assertThat(log).doesNotContain("Exception");
  }

  @Test
  void endsAllWhenTheProcessEndsWhichNeedNotWait() {
    var ending = RealApi.start(new InProcessApi(), keyServer.url());
    var listener = new HeardEvents(ending.calls(), token(tenant));
    listeners.add(listener);
    await().atMost(SOON).until(() -> !listener.ids().isEmpty());

    var began = System.nanoTime();
    ending.close();

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(listener.endsWithin(1)).isTrue();
  }

  private HeardEvents listen(String credential, String... headers) {
    var listener = new HeardEvents(api, credential, headers);
    listeners.add(listener);
    return listener;
  }

  private static String token(TestTenant of) {
    return issuer.tokenFor(of.member());
  }

  private static IssuedApiKey key(TestTenant of) {
    return new IssueApiKey(real.storage().apiKeys(), RealApi.PEPPERS, Clock.systemUTC())
        .issue(of.id(), Actor.platform(), "Wall", Set.of(ApiKeyScope.ANALYTICS_READ), null);
  }

  private static void count(TestTenant of, int rating) {
    var feedback = TestObjects.feedback(of.site().id(), rating, Sentiment.POSITIVE, Status.NEW);
    var created = new FeedbackChange.Created(of.id(), feedback);
    real.storage()
        .counters()
        .count(of.id(), List.of(created.event(UUID.randomUUID().toString(), null)));
  }
}
