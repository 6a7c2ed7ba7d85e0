package io.feedbackplatform.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.feedback.Answers;
import io.feedbackplatform.core.feedback.Arrival;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.Submission;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Mood;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.Source;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.storage.Storage;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Of a counter, more may be taken away than was added, while an event is parked. */
@ApiTest
class NegativeCountersTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTenant tenant;

  @BeforeEach
  void openTenant() {
    tenant = TestTenant.in(storage);
  }

  @ParameterizedTest
  @CsvSource({
    "/analytics, totalFeedback",
    "/analytics?granularity=hour, range.totalFeedback",
    "/analytics?granularity=day, range.totalFeedback",
    "/analytics?granularity=month, range.totalFeedback",
    "/analytics/categories, names",
    "/analytics/tags, names"
  })
  void areAnsweredAsNothing(String uri, String counted) {
    takeAway(5, Sentiment.POSITIVE);

    var answer = get(uri);

    assertThat(answer).hasStatus(200);
    assertThat(answer).bodyJson().extractingPath("$." + counted).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/analytics?granularity=day",
        "/analytics/categories",
        "/analytics/tags",
      })
  void areAnsweredWithWhatIsThereBeside(String uri) {
    add(4, Sentiment.POSITIVE);
    add(4, Sentiment.POSITIVE);
    takeAway(3, Sentiment.NEGATIVE);

    assertThat(get(uri))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$..scores.csat.n")
        .asArray()
        .isNotEmpty()
        .containsOnly(2);
  }

  @Test
  void areComparedAsNothing() {
    takeAway(3, Sentiment.NEGATIVE);

    assertThat(get("/analytics?granularity=day"))
        .bodyJson()
        .extractingPath("$.comparison.changes.totalFeedback.value")
        .isEqualTo(0);
  }

  private void add(int rating, Sentiment sentiment) {
    storage.counters().count(tenant.id(), List.of(came(rating, sentiment)));
  }

  private void takeAway(int rating, Sentiment sentiment) {
    var came = came(rating, sentiment);
    var gone =
        came.difference().stream()
            .map(change -> CounterChange.counted(change.key(), change.counts().negated()))
            .toList();
    storage
        .counters()
        .count(tenant.id(), List.of(new CountedEvent(came.eventId(), came.at(), gone)));
  }

  private CountedEvent came(int rating, Sentiment sentiment) {
    var feedback =
        new Feedback(
            FeedbackId.next(),
            tenant.site().id(),
            new Submission(
                new Answers(rating, 9, 2), "Coffee", null, null, "price", null, null, Map.of()),
            new Arrival(TestObjects.NOW, ZoneOffset.UTC, null, SpamScore.NONE, false),
            Mood.of(new Assessment(sentiment, 0.5, List.of(), Source.LEXICON)),
            Status.NEW,
            Set.of("vip"));
    return new FeedbackChange.Created(tenant.id(), feedback)
        .event(UUID.randomUUID().toString(), null);
  }

  private MvcTestResult get(String uri) {
    return api.get()
        .uri(uri)
        .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
        .exchange();
  }
}
