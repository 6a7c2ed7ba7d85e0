package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.feedback.Answers;
import io.feedbackplatform.core.feedback.Arrival;
import io.feedbackplatform.core.feedback.Creation;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackEdit;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.FeedbackPage;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.Submission;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.Source;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class FeedbackStoreContract extends StorageContract {

  private final SiteId site = SiteId.random();

  @Test
  void isNotChangedByWhoBelievesItToBeOtherwise() {
    var read = TestObjects.feedback(SiteId.random());
    storage.feedback().create(tenant, read, null);
    var actor = Actor.platform();
    var first = FeedbackEdit.tag(Set.of("billing"));
    var second = FeedbackEdit.tag(Set.of("urgent"));

    var changed = storage.feedback().change(tenant, read.id(), first, actor, read::equals);
    assertThat(changed.tags()).containsExactly("billing");
    for (var edit : List.of(first, second)) {
      assertThatExceptionOfType(DomainException.Outdated.class)
          .isThrownBy(
              () -> storage.feedback().change(tenant, read.id(), edit, actor, read::equals));
    }
    assertThat(storage.feedback().find(tenant, read.id())).contains(changed);
  }

  @Test
  void listsInShorterPagesWhatIsTooLongForOneAnswer() {
    var facts = new HashMap<String, String>();
    IntStream.range(0, 20).forEach(i -> facts.put("fact" + i, "\"".repeat(500)));
    var wordy = new Submission(1, "\"".repeat(5_000), null, null, null, null, null, facts);
    var newestFirst =
        IntStream.range(0, 100)
            .mapToObj(i -> TestObjects.feedback(site, wordy))
            .peek(feedback -> storage.feedback().create(tenant, feedback, null))
            .toList()
            .reversed();

    var pages = new ArrayList<FeedbackPage>();
    pages.add(storage.feedback().list(tenant, 100, null));
    while (pages.getLast().next() != null) {
      pages.add(storage.feedback().list(tenant, 100, pages.getLast().next()));
    }

    assertThat(pages).extracting(page -> page.items().size()).containsExactly(52, 48);
    assertThat(pages.stream().flatMap(page -> page.items().stream()))
        .containsExactlyElementsOf(newestFirst);
  }

  @Test
  void findsFeedbackAsItWasCreated() {
    var full =
        TestObjects.feedback(site, TestObjects.fullSubmission())
            .withTags(Set.of("billing", "caf\u00E9"))
            .corrected(Sentiment.NEGATIVE);
    var bare =
        TestObjects.feedback(
            FeedbackId.next(),
            site,
            TestObjects.submission(new Answers(null, 0, null)),
            new Assessment(
                Sentiment.NEGATIVE, -0.12345, List.of("broken", "slow"), Source.COMPREHEND),
            Status.NEW,
            new Arrival(TestObjects.NOW, ZoneId.of("Pacific/Chatham"), null, SpamScore.NONE, true));

    assertThat(storage.feedback().create(tenant, full, null)).isEqualTo(new Creation.Created());
    assertThat(storage.feedback().create(tenant, bare, null)).isEqualTo(new Creation.Created());

    assertThat(storage.feedback().find(tenant, full.id())).contains(full);
    assertThat(storage.feedback().find(tenant, bare.id())).contains(bare);
  }

  @Test
  void showsFeedbackToItsTenantOnly() {
    var feedback = created(tenant);

    assertThat(storage.feedback().find(otherTenant, feedback.id())).isEmpty();
    assertThat(storage.feedback().list(otherTenant, 10, null))
        .isEqualTo(new FeedbackPage(List.of(), null));
    assertThat(storage.feedback().find(tenant, feedback.id())).isPresent();
    assertThat(storage.feedback().list(tenant, 10, null).items()).containsExactly(feedback);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void listsNewestFirstInPagesThatNeitherRepeatNorOmit(int shards) {
    var sharded = created(TestObjects.tenant(shards));
    var newestFirst = IntStream.range(0, 25).mapToObj(i -> created(sharded)).toList().reversed();

    var pages = new ArrayList<FeedbackPage>();
    pages.add(storage.feedback().list(sharded, 10, null));
    created(sharded); // Arrives while somebody reads on: the next pages stay as they are.
    while (pages.getLast().next() != null) {
      pages.add(storage.feedback().list(sharded, 10, pages.getLast().next()));
    }

    assertThat(pages).extracting(page -> page.items().size()).containsExactly(10, 10, 5);
    assertThat(pages.stream().flatMap(page -> page.items().stream()))
        .containsExactlyElementsOf(newestFirst);
  }

  @Test
  void readsPagesOfLargeItemsWhole() {
    var large = "ü".repeat(5_000);
    var metadata = new HashMap<String, String>();
    IntStream.range(0, 20).forEach(i -> metadata.put("key" + i, "ü".repeat(500)));
    IntStream.range(0, 60)
        .forEach(i ->
            storage
                .feedback()
                .create(
                    tenant,
                    TestObjects.feedback(
                        site, new Submission(3, large, null, null, null, null, null, metadata)),
                    null));

    var page = storage.feedback().list(tenant, 50, null);

    assertThat(page.items()).hasSize(50);
    assertThat(page.next()).isNotNull();
  }

  @Test
  void hidesFeedbackFromTheSecondItExpires() {
    var feedback = created(tenant);

    clock.advance(Duration.ofDays(1).minusSeconds(1));
    assertThat(storage.feedback().find(tenant, feedback.id())).isPresent();
    clock.advance(Duration.ofSeconds(1));

    assertThat(storage.feedback().find(tenant, feedback.id())).isEmpty();
    assertThat(storage.feedback().list(tenant, 10, null).items()).isEmpty();
  }

  @Test
  void answersARepetitionWithTheFirstFeedback() {
    var first = TestObjects.feedback(site);
    var again =
        TestObjects.feedback(
            FeedbackId.next(),
            site,
            first.submission(),
            Sentiment.NEUTRAL,
            Status.NEW,
            SpamScore.NONE,
            first.createdAt().plusSeconds(60),
            null);

    var created =
        storage.feedback().create(tenant, first, TestObjects.idempotency(site, "key", "content"));
    var repeated =
        storage.feedback().create(tenant, again, TestObjects.idempotency(site, "key", "content"));

    assertThat(created).isEqualTo(new Creation.Created());
    assertThat(repeated).isEqualTo(new Creation.Repeated(first));
    assertThat(storage.feedback().list(tenant, 10, null).items()).containsExactly(first);
  }

  @Test
  void refusesAKeyThatStandsForOtherContent() {
    created(tenant, "key", "content");

    var other =
        storage
            .feedback()
            .create(
                tenant, TestObjects.feedback(site), TestObjects.idempotency(site, "key", "other"));

    assertThat(other).isEqualTo(new Creation.KeyReused());
    assertThat(storage.feedback().list(tenant, 10, null).items()).hasSize(1);
  }

  @Test
  void keepsTheKeysOfTenantsAndSitesApart() {
    created(tenant, "key", "content");

    var elsewhere = TestObjects.idempotency(SiteId.random(), "key", "other");
    assertThat(storage.feedback().create(tenant, TestObjects.feedback(site), elsewhere))
        .isEqualTo(new Creation.Created());
    assertThat(
            storage
                .feedback()
                .create(
                    otherTenant,
                    TestObjects.feedback(site),
                    TestObjects.idempotency(site, "key", "other")))
        .isEqualTo(new Creation.Created());
  }

  @Test
  void forgetsAKeyWhenItsTimeIsUp() {
    created(tenant, "key", "content");

    clock.advance(Duration.ofDays(7));

    assertThat(
            storage
                .feedback()
                .create(
                    tenant,
                    TestObjects.feedback(site),
                    TestObjects.idempotency(site, "key", "other")))
        .isEqualTo(new Creation.Created());
  }

  @Test
  void createsOnceWhenTheSameRequestComesManyTimesAtOnce() throws Exception {
    Callable<Creation> request =
        () ->
            storage
                .feedback()
                .create(
                    tenant,
                    TestObjects.feedback(site),
                    TestObjects.idempotency(site, "key", "content"));

    var outcomes = new ArrayList<Creation>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var outcome : threads.invokeAll(Collections.nCopies(64, request))) {
        outcomes.add(outcome.get());
      }
    }

    var stored = storage.feedback().list(tenant, 10, null).items();
    assertThat(stored).hasSize(1);
    assertThat(outcomes).filteredOn(Creation.Created.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .allMatch(outcome ->
            switch (outcome) {
              case Creation.Created() -> true;
              case Creation.Repeated(var first) -> first.id().equals(stored.getFirst().id());
              case Creation.InProgress() -> true;
              case Creation.KeyReused(), Creation.ChallengeSpent() -> false;
            });
  }

  private Feedback created(TenantId owner) {
    var feedback = TestObjects.feedback(site);
    assertThat(storage.feedback().create(owner, feedback, null)).isEqualTo(new Creation.Created());
    return feedback;
  }

  private void created(TenantId owner, String key, String fingerprint) {
    var record = TestObjects.idempotency(site, key, fingerprint);
    assertThat(storage.feedback().create(owner, TestObjects.feedback(site), record))
        .isEqualTo(new Creation.Created());
  }
}
