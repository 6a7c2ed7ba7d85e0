package io.feedbackplatform.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTeam;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.Submission;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.storage.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A list that is asked for less than everything shows that, and says where it goes on. */
@ApiTest
class FilterFeedbackTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTeam team;
  private SiteId site;
  private Feedback full;

  @BeforeEach
  void keepTwo() {
    team = TestTeam.in(new TestTeam.World(api, storage, issuer));
    site = storage.sites().list(team.tenant()).getFirst().id();
    full =
        kept(TestObjects.fullSubmission(), TestObjects.NOW)
            .withTags(Set.of("billing"))
            .corrected(Sentiment.NEGATIVE);
    keep(full);
    keep(kept(TestObjects.submission(2, "Something else."), TestObjects.NOW.plusSeconds(3_600)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rating=4",
        "rating=5,4",
        "rating=4,4&nps=0,9,10",
        "nps=9",
        "ces=6",
        "sentiment=negative",
        "category=delivery",
        "tag=Billing",
        "q=BOX ada",
        "term=FAST",
        "from=2026-11-22T17:30:00Z&to=2026-11-22T18:00:00Z",
        "to=2026-11-22T17:30:00.001Z",
        "rating=4&nps=9&ces=6&sentiment=negative&category=delivery&tag=billing&q=fast&status=new"
      })
  void showsWhatIsAskedFor(String query) throws Exception {
    assertThat(ids(get(query))).containsExactly(full.id().value());
    assertThat(ids(get(query + "&siteId=" + site))).containsExactly(full.id().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rating=4&nps=8",
        "rating=3,5&nps=9",
        "category=Delivery",
        "tag=bill",
        "q=box else",
        "term=fas",
        "term=something",
        "from=2026-11-22T19:00:00Z",
        "status=resolved"
      })
  void showsNothingElse(String query) throws Exception {
    assertThat(ids(get(query))).isEmpty();
  }

  @Test
  void goesOnWhereItEndedAndForTheSameQueryOnly() throws Exception {
    var rated =
        IntStream.range(0, 5)
            .mapToObj(n -> kept(TestObjects.submission(n % 2 == 0 ? 1 : 3, null), later(n)))
            .peek(this::keep)
            .filter(item -> Integer.valueOf(1).equals(item.submission().rating()))
            .map(item -> item.id().value())
            .toList()
            .reversed();
    var query = "rating=1&from=2026-11-22T20:00:00Z&limit=1";

    var seen = new ArrayList<String>();
    var answer = get(query);
    var first = lastKey(answer);
    for (var next = first; next != null; next = lastKey(answer)) {
      seen.addAll(ids(answer));
      answer = get(query + "&lastKey=" + next);
    }
    seen.addAll(ids(answer));

    assertThat(seen).containsExactlyElementsOf(rated);
    for (var other : List.of("rating=2&from=2026-11-22T20:00:00Z", "rating=1", "limit=1")) {
      assertThat(get(other + "&lastKey=" + first))
          .hasStatus(400)
          .bodyJson()
          .extractingPath("$.code")
          .isEqualTo("invalid_last_key");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rating=0, rating, out_of_range",
    "rating=five, rating, out_of_range",
    "'rating=4,', rating, out_of_range",
    "'rating=4,6', rating, out_of_range",
    "'rating=4, 5', rating, out_of_range",
    "'nps=1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1', nps, out_of_range",
    "nps=11, nps, out_of_range",
    "nps=-1, nps, out_of_range",
    "ces=8, ces, out_of_range",
    "sentiment=Sad, sentiment, invalid_sentiment",
    "from=yesterday, from, invalid_instant",
    "from=2026-11-22T18:00:00Z&to=2026-11-22T18:00:00Z, to, not_after_from",
    "siteId=x, siteId, unknown_site",
    "siteId=00000000000000000000000000, siteId, unknown_site",
    "'q= ', q, invalid_text",
    "term=, term, invalid_text",
    "term=box fast delivery, term, invalid_term",
    "tag=, tag, invalid_text",
    "category=, category, invalid_text",
    "words=a, words, unknown_parameter"
  })
  void tellsWhichParameterIsWrong(String query, String field, String code) {
    assertThat(get(query))
        .hasStatus(400)
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"errors\": [{\"field\": \"%s\", \"code\": \"%s\"}]}".formatted(field, code));
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    assertThat(get("rating=9&nps=99&q=" + "x".repeat(201)))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[*].field")
        .isEqualTo(List.of("rating", "nps", "q"));
  }

  private static Instant later(int minutes) {
    return Instant.parse("2026-11-22T21:00:00Z").plusSeconds(60L * minutes);
  }

  private Feedback kept(Submission submission, Instant at) {
    return TestObjects.feedback(
        TestObjects.idAt(at),
        site,
        submission,
        Sentiment.NEUTRAL,
        Status.NEW,
        SpamScore.NONE,
        at,
        null);
  }

  private void keep(Feedback feedback) {
    storage.feedback().create(team.tenant(), feedback, null);
  }

  private MvcTestResult get(String query) {
    return team.get("/feedback?" + query, team.viewer());
  }

  private static List<String> ids(MvcTestResult answer) throws Exception {
    assertThat(answer).hasStatus(200);
    return JsonPath.read(answer.getResponse().getContentAsString(), "$.items[*].feedbackId");
  }

  private static @Nullable String lastKey(MvcTestResult answer) throws Exception {
    var keys = JsonPath.<List<String>>read(answer.getResponse().getContentAsString(), "$..lastKey");
    return keys.isEmpty() ? null : keys.getFirst();
  }
}
