package io.feedbackplatform.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
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
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantChange;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Each number of the figures equals the count of what its filter lists. */
@ApiTest
class AnalyticsFilterTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant FIRST = Instant.parse("2026-10-18T00:00:00Z");
  private static final int PIECES = 400;
  private static final List<String> CATEGORIES = List.of("delivery", "price", "Größe & Maß");
  private static final List<String> TAGS = List.of("refund", "urgent", "vip");

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTenant tenant;
  private SiteId second;
  private List<Feedback> kept;

  /** Two weeks around the night in which clocks in Berlin go back. */
  @BeforeEach
  void fill() {
    tenant = TestTenant.in(storage);
    storage
        .tenants()
        .change(tenant.id(), new TenantChange.Configure(BERLIN, null), Actor.platform());
    var site = TestObjects.site("https://second.example");
    storage.sites().save(tenant.id(), site, Actor.platform());
    second = site.id();
    kept = new ArrayList<>();
    var random = new Random(27);
    for (int i = 0; i < PIECES; i++) {
      var feedback = piece(random);
      storage.feedback().create(tenant.id(), feedback, null);
      kept.add(feedback);
      count(tenant, feedback);
    }
    var other = TestTenant.in(storage);
    count(other, piece(random));
  }

  private void count(TestTenant of, Feedback feedback) {
    var created = new FeedbackChange.Created(of.id(), feedback);
    storage.counters().count(of.id(), List.of(created.event(UUID.randomUUID().toString(), null)));
  }

  private Feedback piece(Random random) {
    var at = FIRST.plus(Duration.ofMinutes(random.nextInt(14 * 24 * 60)));
    var sentiment = Sentiment.values()[random.nextInt(3)];
    var answers =
        new Answers(
            random.nextBoolean() ? 1 + random.nextInt(5) : null,
            random.nextBoolean() ? random.nextInt(11) : null,
            random.nextBoolean() ? 1 + random.nextInt(7) : null);
    var category = random.nextInt(4) == 0 ? null : CATEGORIES.get(random.nextInt(3));
    return new Feedback(
        FeedbackId.next(),
        random.nextBoolean() ? tenant.site().id() : second,
        new Submission(answers, "Good coffee.", null, null, category, null, null, Map.of()),
        new Arrival(at, BERLIN, null, SpamScore.NONE, false),
        Mood.of(new Assessment(sentiment, random.nextInt(3) / 10.0, List.of(), Source.LEXICON)),
        random.nextInt(10) == 0 ? Status.SPAM : Status.NEW,
        random.nextInt(3) == 0 ? Set.of() : Set.of(TAGS.get(random.nextInt(3))));
  }

  @ParameterizedTest
  @CsvSource({
    "hour, 2026-10-24, 2026-10-27, 73",
    "day, 2026-10-18, 2026-11-01, 14",
    "month, 2026-10-01, 2026-12-01, 2"
  })
  void listsWhatThePeriodsCount(String granularity, String from, String to, int periods) {
    for (var site : List.of("", "&siteId=" + second)) {
      var answer =
          get("/analytics?granularity=" + granularity + "&from=" + from + "&to=" + to + site);

      List<Map<String, Object>> series = JsonPath.read(answer, "$.series");
      assertThat(series).hasSize(periods);
      series.forEach(this::assertOpens);
      assertOpens(JsonPath.read(answer, "$"));
      assertOpens(JsonPath.read(answer, "$.comparison"));
      assertOpens(JsonPath.read(answer, "$.range"));
      assertThat(JsonPath.<Integer>read(answer, "$.range.totalFeedback"))
          .isPositive()
          .isEqualTo(series.stream().mapToInt(period -> (int) period.get("totalFeedback")).sum());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"categories", "tags"})
  void listsWhatTheGroupsCount(String facet) {
    var answer = get("/analytics/" + facet + "?from=2026-10-20&to=2026-10-30");

    List<Map<String, Object>> groups = JsonPath.read(answer, "$.items");
    assertThat(groups).hasSize(3);
    groups.forEach(this::assertOpens);
  }

  private void assertOpens(Map<String, Object> figures) {
    Map<String, String> filter = cast(figures.get("filter"));
    assertThat(figures.get("totalFeedback")).isEqualTo(listed(filter, null, null));
    Map<String, List<Map<String, Object>>> distribution = cast(figures.get("distribution"));
    distribution.forEach((question, bars) -> {
      int answered = 0;
      for (var bar : bars) {
        int count = listed(filter, question, (String) bar.get("value"));
        assertThat(bar.get("count")).as(question + filter).isEqualTo(count);
        answered += count;
      }
      var whole =
          bars.stream()
              .map(bar -> new BigDecimal(bar.get("percentage").toString()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(whole).isEqualByComparingTo("100");
      Map<String, Map<String, Object>> scores = cast(figures.get("scores"));
      assertThat(scores.get(question).get("n")).isEqualTo(answered);
    });
  }

  private int listed(
      Map<String, String> filter, @Nullable String question, @Nullable String answer) {
    return (int)
        kept.stream()
            .filter(feedback -> feedback.status() != Status.SPAM)
            .filter(feedback -> holds(filter, feedback))
            .filter(feedback -> question == null || answered(feedback, question).equals(answer))
            .count();
  }

  private static boolean holds(Map<String, String> filter, Feedback feedback) {
    return filter.entrySet().stream()
        .allMatch(entry ->
            switch (entry.getKey()) {
              case "from" -> !feedback.createdAt().isBefore(Instant.parse(entry.getValue()));
              case "to" -> feedback.createdAt().isBefore(Instant.parse(entry.getValue()));
              case "siteId" -> feedback.site().value().equals(entry.getValue());
              case "category" -> entry.getValue().equals(feedback.submission().category());
              case "tag" -> feedback.tags().contains(entry.getValue());
              default -> throw new AssertionError("no filter: " + entry);
            });
  }

  private static String answered(Feedback feedback, String question) {
    var said = feedback.submission();
    return switch (question) {
      case "rating" -> String.valueOf(said.rating());
      case "nps" -> String.valueOf(said.nps());
      case "ces" -> String.valueOf(said.ces());
      default -> feedback.sentiment().name().toLowerCase(Locale.ROOT);
    };
  }

  private String get(String uri) {
    var answer =
        api.get()
            .uri(URI.create(uri))
            .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
            .exchange();
    assertThat(answer).hasStatus(200);
    try {
      return answer.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T cast(Object value) {
    return (T) value;
  }
}
