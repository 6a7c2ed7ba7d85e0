package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditVerdict;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.VerifyAudit;
import io.feedbackplatform.core.feedback.Creation;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackEdit;
import io.feedbackplatform.core.feedback.FeedbackFilter;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.FeedbackPage;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.proof.ProofOfWork;
import io.feedbackplatform.core.proof.SpentChallenge;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps spam apart: its status, its score, and challenges that are shown once. */
abstract class SpamContract extends StorageContract {

  private static final Actor AGENT = Actor.person("ada", "203.0.113.7");

  private final SiteId site = SiteId.random();

  @Test
  void keepsTheScoreAndItsReasons() {
    var spam = created(tenant, Status.SPAM);

    assertThat(storage.feedback().find(tenant, spam.id())).contains(spam);
    assertThat(storage.feedback().changeStatus(tenant, spam.id(), Status.OPEN, AGENT))
        .isEqualTo(spam.withStatus(Status.OPEN));
    assertThat(storage.feedback().find(tenant, spam.id())).contains(spam.withStatus(Status.OPEN));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void listsSpamApart(int shards) {
    var owner = created(TestObjects.tenant(shards));
    var all =
        IntStream.range(0, 40)
            .mapToObj(i -> created(owner, i % 4 == 0 ? Status.NEW : Status.SPAM))
            .toList()
            .reversed();

    assertThat(listed(owner, FeedbackFilter.NO_SPAM, 3)).isEqualTo(having(all, Status.NEW));
    assertThat(listed(owner, FeedbackFilter.only(Status.SPAM), 7))
        .isEqualTo(having(all, Status.SPAM));
    assertThat(listed(owner, FeedbackFilter.only(Status.RESOLVED), 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void findsWhatIsBuriedUnderAFloodOfSpam(int shards) {
    var owner = created(TestObjects.tenant(shards));
    var oldest = IntStream.range(0, 5).mapToObj(i -> created(owner, Status.NEW)).toList();
    IntStream.range(0, 1_200).forEach(i -> created(owner, Status.SPAM));
    var newest = created(owner, Status.NEW);

    var found = listed(owner, FeedbackFilter.NO_SPAM, 10);

    assertThat(found).hasSize(6).first().isEqualTo(newest);
    assertThat(found.subList(1, 6)).isEqualTo(oldest.reversed());
  }

  @Test
  void auditsAChangeOfStatusOnce() {
    var feedback = created(tenant, Status.NEW);

    storage.feedback().changeStatus(tenant, feedback.id(), Status.SPAM, AGENT);
    storage.feedback().changeStatus(tenant, feedback.id(), Status.SPAM, AGENT);

    assertThat(storage.audit().list(tenant, 10, null).items())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.event().operation()).isEqualTo(Operation.FEEDBACK_STATUS_CHANGED);
          assertThat(entry.event().actor()).isEqualTo(AGENT);
          assertThat(entry.event().target().id()).isEqualTo(feedback.id().value());
          assertThat(entry.event().fields()).containsExactly("status");
        });
  }

  @Test
  void changesEverythingAtOnceAndTellsOfItOnce() {
    var feedback = created(tenant, Status.NEW);
    var edit =
        new FeedbackEdit(
            Status.OPEN,
            Set.of("billing", "urgent"),
            new FeedbackEdit.Correction(Sentiment.NEGATIVE));

    var changed = storage.feedback().change(tenant, feedback.id(), edit, AGENT);
    storage.feedback().change(tenant, feedback.id(), edit, AGENT);

    assertThat(changed)
        .isEqualTo(
            feedback
                .withStatus(Status.OPEN)
                .withTags(Set.of("billing", "urgent"))
                .corrected(Sentiment.NEGATIVE));
    assertThat(storage.feedback().find(tenant, feedback.id())).contains(changed);
    assertThat(storage.audit().list(tenant, 10, null).items())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.event().operation()).isEqualTo(Operation.FEEDBACK_CHANGED);
          assertThat(entry.event().fields()).containsExactly("sentiment", "status", "tags");
        });
  }

  @Test
  void takesTagsAndCorrectionsBack() {
    var feedback = created(tenant, Status.NEW);
    var store = storage.feedback();
    store.change(tenant, feedback.id(), FeedbackEdit.tag(Set.of("billing")), AGENT);
    store.change(tenant, feedback.id(), FeedbackEdit.correct(Sentiment.POSITIVE), AGENT);

    store.change(
        tenant,
        feedback.id(),
        new FeedbackEdit(null, Set.of(), new FeedbackEdit.Correction(null)),
        AGENT);

    assertThat(store.find(tenant, feedback.id())).contains(feedback);
    assertThat(storage.audit().list(tenant, 10, null).items()).hasSize(3);
  }

  @Test
  void changesNothingOfAnotherTenants() {
    var feedback = created(tenant, Status.NEW);

    assertThatThrownBy(
            () -> storage.feedback().changeStatus(otherTenant, feedback.id(), Status.SPAM, AGENT))
        .isInstanceOf(DomainException.NotFound.class);
    assertThatThrownBy(
            () -> storage.feedback().changeStatus(tenant, FeedbackId.next(), Status.SPAM, AGENT))
        .isInstanceOf(DomainException.NotFound.class);
    assertThat(storage.feedback().find(tenant, feedback.id())).contains(feedback);
    assertThat(storage.audit().list(otherTenant, 10, null).items()).isEmpty();
  }

  @Test
  void keepsTheChainWholeUnderManyChangesAtOnce() throws Exception {
    var feedback = created(tenant, Status.NEW);
    var changes =
        IntStream.range(0, 8)
            .<Callable<Feedback>>mapToObj(i ->
                () ->
                    storage
                        .feedback()
                        .changeStatus(
                            tenant, feedback.id(), i % 2 == 0 ? Status.SPAM : Status.OPEN, AGENT))
            .toList();

    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var change : threads.invokeAll(changes)) {
        change.get();
      }
    }

    assertThat(new VerifyAudit(storage.audit()).verify(tenant))
        .isInstanceOf(AuditVerdict.Intact.class);
  }

  @Test
  void takesAChallengeOnce() {
    var challenge = challenge(site);

    assertThat(create(tenant, null, challenge)).isEqualTo(new Creation.Created());
    assertThat(create(tenant, null, challenge)).isEqualTo(new Creation.ChallengeSpent());
    assertThat(create(tenant, "other", challenge)).isEqualTo(new Creation.ChallengeSpent());
    assertThat(storage.feedback().list(tenant, 10, null).items()).hasSize(1);
    assertThat(create(otherTenant, null, challenge)).isEqualTo(new Creation.Created());
    assertThat(create(tenant, null, challenge(site))).isEqualTo(new Creation.Created());
  }

  @Test
  void answersARepetitionWhateverChallengeItShows() {
    var challenge = challenge(site);
    assertThat(create(tenant, "key", challenge)).isEqualTo(new Creation.Created());

    assertThat(create(tenant, "key", challenge)).isInstanceOf(Creation.Repeated.class);
    assertThat(create(tenant, "key", challenge(site))).isInstanceOf(Creation.Repeated.class);
    assertThat(create(tenant, "key", null)).isInstanceOf(Creation.Repeated.class);
  }

  @Test
  void remembersWhatARequestBecame() {
    var first = TestObjects.feedback(site);
    var record = TestObjects.idempotency(site, "key", "content");
    assertThat(storage.feedback().recall(tenant, first, record)).isEmpty();
    storage.feedback().create(tenant, first, record);

    assertThat(storage.feedback().recall(tenant, TestObjects.feedback(site), record))
        .get()
        .isInstanceOfSatisfying(
            Creation.Repeated.class,
            repeated -> assertThat(repeated.first().id()).isEqualTo(first.id()));
    assertThat(
            storage.feedback().recall(tenant, first, TestObjects.idempotency(site, "key", "other")))
        .contains(new Creation.KeyReused());
    assertThat(storage.feedback().recall(otherTenant, first, record)).isEmpty();
    clock.advance(java.time.Duration.ofDays(7));
    assertThat(storage.feedback().recall(tenant, first, record)).isEmpty();
  }

  @Test
  void takesAChallengeOnceWhenItIsShownAHundredTimesAtOnce() throws Exception {
    var challenge = challenge(site);
    var shown =
        IntStream.range(0, 100)
            .<Callable<Creation>>mapToObj(i -> () -> create(tenant, "key" + i, challenge))
            .toList();

    var outcomes = new ArrayList<Creation>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var outcome : threads.invokeAll(shown)) {
        outcomes.add(outcome.get());
      }
    }

    assertThat(outcomes).filteredOn(Creation.Created.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Creation.ChallengeSpent.class::isInstance).hasSize(99);
    assertThat(storage.feedback().list(tenant, 100, null).items()).hasSize(1);
  }

  private Creation create(TenantId owner, String key, SpentChallenge challenge) {
    return storage
        .feedback()
        .create(
            owner,
            TestObjects.feedback(site),
            key == null ? null : TestObjects.idempotency(site, key, "content"),
            challenge);
  }

  private static SpentChallenge challenge(SiteId site) {
    var id = (SiteId.random().value() + SiteId.random().value());
    return new SpentChallenge(
        site, id, TestObjects.NOW, TestObjects.NOW.plus(ProofOfWork.LIFETIME));
  }

  private Feedback created(TenantId owner, Status status) {
    var feedback =
        TestObjects.feedback(
            FeedbackId.next(),
            site,
            TestObjects.submission(1, "Win"),
            Sentiment.NEUTRAL,
            status,
            status == Status.SPAM ? new SpamScore(50, List.of("link", "too_fast")) : SpamScore.NONE,
            TestObjects.NOW,
            null);
    assertThat(storage.feedback().create(owner, feedback, null)).isEqualTo(new Creation.Created());
    return feedback;
  }

  private List<Feedback> listed(TenantId owner, FeedbackFilter filter, int limit) {
    var found = new ArrayList<Feedback>();
    FeedbackId after = null;
    do {
      FeedbackPage page = storage.feedback().list(owner, filter, limit, after);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      found.addAll(page.items());
      after = page.next();
    } while (after != null);
    return found;
  }

  private static List<Feedback> having(List<Feedback> all, Status status) {
    return all.stream().filter(feedback -> feedback.status() == status).toList();
  }
}
