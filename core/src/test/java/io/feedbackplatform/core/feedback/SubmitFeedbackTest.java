package io.feedbackplatform.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SubmitFeedbackTest {

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final InMemoryStorage storage = new InMemoryStorage(clock);
  private final SubmitFeedback submitFeedback =
      new SubmitFeedback(storage.feedback(), (message, rating) -> Sentiment.POSITIVE, clock);
  private final SiteId site = SiteId.random();

  @Test
  void keepsWhatWasSubmittedForAsLongAsTheTenantWants() {
    var tenant = tenant(10);

    var receipt = submitFeedback.submit(tenant, site, TestObjects.fullSubmission(), null);

    assertThat(receipt.repeated()).isFalse();
    assertThat(storage.feedback().find(tenant.id(), receipt.feedback().id()))
        .contains(receipt.feedback());
    assertThat(receipt.feedback())
        .returns(Status.NEW, Feedback::status)
        .returns(Sentiment.POSITIVE, Feedback::sentiment)
        .returns(TestObjects.NOW, Feedback::createdAt)
        .returns(TestObjects.NOW.plus(Duration.ofDays(10)), Feedback::expiresAt);
  }

  @Test
  void expiresOnAWholeSecondAsStorageKeepsIt() {
    clock.advance(Duration.ofMillis(750));

    var receipt = submitFeedback.submit(tenant(1), site, TestObjects.fullSubmission(), null);

    assertThat(receipt.feedback())
        .returns(TestObjects.NOW.plusMillis(750), Feedback::createdAt)
        .returns(TestObjects.NOW.plus(Duration.ofDays(1)), Feedback::expiresAt);
  }

  @Test
  void keepsForEverWhenTheTenantHasNoRetention() {
    var receipt = submitFeedback.submit(tenant(0), site, TestObjects.fullSubmission(), null);

    assertThat(receipt.feedback().expiresAt()).isNull();
  }

  @Test
  void answersARepetitionAsTheFirstTime() {
    var tenant = tenant(30);
    var key = new IdempotencyKey("key");
    var first = submitFeedback.submit(tenant, site, TestObjects.submission(5, "Hi"), key);
    clock.advance(Duration.ofDays(6));

    var again = submitFeedback.submit(tenant, site, TestObjects.submission(5, "Hi"), key);

    assertThat(again.repeated()).isTrue();
    assertThat(again.feedback()).isEqualTo(first.feedback());
  }

  @Test
  void refusesAKeyThatCameWithOtherContent() {
    var tenant = tenant(30);
    var key = new IdempotencyKey("key");
    submitFeedback.submit(tenant, site, TestObjects.submission(5, "Hi"), key);

    assertThatThrownBy(
            () -> submitFeedback.submit(tenant, site, TestObjects.submission(4, "Hi"), key))
        .isInstanceOf(DomainException.IdempotencyKeyReused.class);
  }

  private Tenant tenant(int retentionDays) {
    var tenant = new Tenant(TenantId.random(), "Northwind", 1, retentionDays, TestObjects.NOW);
    storage.tenants().create(tenant);
    return tenant;
  }
}
