package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.feedback.Choices;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackFilter;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Span;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.Submission;
import io.feedbackplatform.core.feedback.Topic;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.themes.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists show when they are asked for less than everything. */
abstract class FilterContract extends StorageContract {

  private static final FeedbackFilter ANY = FeedbackFilter.NO_SPAM;

  private final SiteId site = SiteId.random();

  @Test
  void showsWhatIsAskedForAndNothingElse() {
    var full = kept(tenant, TestObjects.fullSubmission(), TestObjects.NOW);
    var other = kept(tenant, TestObjects.submission(3, "Slow CHECKOUT"), TestObjects.NOW);
    storage.feedback().create(otherTenant, full, null);

    for (var filter :
        List.of(
            ANY.from(site).answering(new Choices(Set.of(4), Set.of(), Set.of())),
            ANY.answering(new Choices(Set.of(1, 4, 5), Set.of(), Set.of())),
            ANY.answering(new Choices(Set.of(), Set.of(9, 10), Set.of())),
            ANY.answering(new Choices(Set.of(), Set.of(), Set.of(6))),
            ANY.feeling(Sentiment.NEGATIVE),
            ANY.about(Topic.of("delivery", null, null)),
            ANY.about(Topic.of(null, " Billing", null)),
            ANY.about(Topic.of(null, null, "ada BOX")),
            ANY.about(Topic.ANY.speakingOf(new Term("fast delivery"))))) {
      assertThat(all(tenant, filter)).as("%s", filter).containsExactly(full);
    }
    assertThat(all(tenant, ANY.about(Topic.of(null, null, "checkout slow"))))
        .containsExactly(other);
    for (var filter :
        List.of(
            ANY.from(SiteId.random()),
            ANY.answering(new Choices(Set.of(4), Set.of(8, 10), Set.of())),
            ANY.feeling(Sentiment.POSITIVE),
            ANY.about(Topic.of("Delivery", null, null)),
            ANY.about(Topic.of(null, "bill", null)),
            ANY.about(Topic.of(null, null, "box checkout")),
            ANY.about(Topic.ANY.speakingOf(new Term("deliver"))))) {
      assertThat(all(tenant, filter)).as("%s", filter).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void holdsToTheInstantsThatAreGivenThoughIdsLagBehind(int shards) {
    var owner = TestObjects.tenant(shards);
    storage.tenants().create(owner);
    var start = TestObjects.NOW;
    var newestFirst =
        IntStream.range(0, 30)
            .mapToObj(
                n -> kept(owner.id(), TestObjects.submission(3, null), start.plusSeconds(60L * n)))
            .toList()
            .reversed();

    for (int from = 0; from < 30; from += 7) {
      for (int to = from + 1; to <= 30; to += 6) {
        var span = new Span(start.plusSeconds(60L * from), start.plusSeconds(60L * to));
        assertThat(all(owner.id(), ANY.during(span)))
            .containsExactlyElementsOf(newestFirst.subList(30 - to, 30 - from));
      }
    }
    assertThat(all(owner.id(), ANY.during(new Span(start.plusSeconds(1), null)))).hasSize(29);
    assertThat(all(owner.id(), ANY.during(new Span(null, start.plusSeconds(1))))).hasSize(1);
    assertThat(all(owner.id(), ANY.during(new Span(Instant.MIN, Instant.MAX)))).hasSize(30);
    assertThat(all(owner.id(), ANY.during(new Span(Instant.MAX, null)))).isEmpty();
    assertThat(all(owner.id(), ANY.during(new Span(null, Instant.MIN)))).isEmpty();
  }

  private List<Feedback> all(TenantId owner, FeedbackFilter filter) {
    var found = new ArrayList<Feedback>();
    FeedbackId after = null;
    do {
      var page = storage.feedback().list(owner, filter, 4, after);
      found.addAll(page.items());
      after = page.next();
    } while (after != null);
    return found;
  }

  /** With an id that was made somewhat later than the feedback came. */
  private Feedback kept(TenantId owner, Submission submission, Instant at) {
    var feedback =
        TestObjects.feedback(
            TestObjects.idAt(at.plus(Duration.ofMillis(900))),
            site,
            submission,
            Sentiment.NEUTRAL,
            Status.OPEN,
            SpamScore.NONE,
            at,
            null);
    if (submission.metadata().equals(Map.of())) {
      storage.feedback().create(owner, feedback, null);
      return feedback;
    }
    var marked = feedback.withTags(Set.of("billing")).corrected(Sentiment.NEGATIVE);
    storage.feedback().create(owner, marked, null);
    return marked;
  }
}
