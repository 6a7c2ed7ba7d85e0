package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.Span;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a span until somebody has enough. */
abstract class NewestContract extends StorageContract {

  private static final Instant START = TestObjects.NOW;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 60})
  void isReadInOrderOfAllShardsWhateverItsStatus(int shards) {
    var owner = created(TestObjects.tenant(shards));
    var kept = new ArrayList<Feedback>();
    for (int i = 0; i < 120; i++) {
      kept.addFirst(keep(owner, i, i % 3 == 0 ? Status.SPAM : Status.NEW, null));
    }

    var taken = new ArrayList<Feedback>();
    assertThat(storage.feedback().readNewest(owner, span(0, 120), taken::add)).isTrue();
    assertThat(taken).isEqualTo(kept);

    taken.clear();
    assertThat(storage.feedback().readNewest(owner, span(10, 50), taken::add)).isTrue();
    assertThat(taken).isEqualTo(kept.subList(70, 110));
  }

  @Test
  void isNotReadOnceTheReaderHasEnough() {
    for (int i = 0; i < 10; i++) {
      keep(tenant, i, Status.NEW, null);
    }
    var seen = new ArrayList<Feedback>();

    assertThat(
            storage
                .feedback()
                .readNewest(
                    tenant,
                    span(0, 10),
                    item -> {
                      seen.add(item);
                      return seen.size() < 4;
                    }))
        .isFalse();
    assertThat(seen).hasSize(4);
  }

  @Test
  void isNeitherExpiredNorAnothersNorOutsideTheSpan() {
    keep(tenant, 1, Status.NEW, START);
    keep(otherTenant, 1, Status.NEW, null);
    keep(tenant, 2, Status.NEW, null);

    var taken = new ArrayList<Feedback>();
    assertThat(storage.feedback().readNewest(tenant, span(0, 2), taken::add)).isTrue();
    assertThat(taken).isEqualTo(List.of());
    assertThat(storage.feedback().readNewest(tenant, span(3, 3), taken::add)).isTrue();
    assertThat(taken).isEqualTo(List.of());
  }

  private static Span span(int from, int to) {
    return new Span(START.plusSeconds(from), START.plusSeconds(to));
  }

  private Feedback keep(TenantId owner, int second, Status status, @Nullable Instant expiresAt) {
    var at = START.plusSeconds(second);
    var feedback =
        TestObjects.feedback(
            TestObjects.idAt(at),
            SiteId.random(),
            TestObjects.submission(3, "Good coffee."),
            Sentiment.NEUTRAL,
            status,
            status == Status.SPAM ? new SpamScore(50, List.of("link")) : SpamScore.NONE,
            at,
            expiresAt);
    storage.feedback().create(owner, feedback, null);
    return feedback;
  }
}
