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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriUtils;

/** Each number of the figures equals the count of what GET /feedback lists by its filter. */
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
    var random = new Random(27);
    for (int i = 0; i < PIECES; i++) {
      var feedback = piece(random);
      storage.feedback().create(tenant.id(), feedback, null);
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
        TestObjects.idAt(at),
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
      assertBarsOpen(JsonPath.read(answer, "$.range"));
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
    assertBarsOpen(groups.getFirst());
  }

  private void assertOpens(Map<String, Object> figures) {
    Map<String, String> filter = cast(figures.get("filter"));
    var listed = listed(filter);
    assertThat(figures.get("totalFeedback")).isEqualTo(listed.size());
    Map<String, Map<String, Object>> scores = cast(figures.get("scores"));
    distribution(figures)
        .forEach((question, bars) -> {
          int answered = 0;
          for (var bar : bars) {
            var value = bar.get("value");
            var count =
                (int)
                    listed.stream()
                        .filter(item -> value.equals(String.valueOf(item.get(question))))
                        .count();
            assertThat(bar.get("count")).as(question + filter).isEqualTo(count);
            answered += count;
          }
          var whole =
              bars.stream()
                  .map(bar -> new BigDecimal(bar.get("percentage").toString()))
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          assertThat(whole).isEqualByComparingTo("100");
          assertThat(scores.get(question).get("n")).isEqualTo(answered);
        });
  }

  /** Each bar by the question's parameter, and each score by all answers that make it. */
  private void assertBarsOpen(Map<String, Object> figures) {
    Map<String, String> filter = cast(figures.get("filter"));
    Map<String, Map<String, Object>> scores = cast(figures.get("scores"));
    distribution(figures)
        .forEach((question, bars) -> {
          for (var bar : bars) {
            assertThat(listed(filter, question, (String) bar.get("value")))
                .as(question + bar)
                .hasSize((int) bar.get("count"));
          }
          if (!question.equals("sentiment")) {
            var all = bars.stream().map(bar -> (String) bar.get("value")).toList();
            assertThat(listed(filter, question, String.join(",", all)))
                .hasSize((int) scores.get(question).get("n"));
          }
        });
  }

  private static Map<String, List<Map<String, Object>>> distribution(Map<String, Object> figures) {
    return cast(figures.get("distribution"));
  }

  private List<Map<String, Object>> listed(
      Map<String, String> filter, String question, String answers) {
    var more = new TreeMap<>(filter);
    more.put(question, answers);
    return listed(more);
  }

  private List<Map<String, Object>> listed(Map<String, String> filter) {
    var query =
        filter.entrySet().stream()
            .map(entry ->
                entry.getKey() + "=" + UriUtils.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "/feedback?limit=100&", ""));
    var listed = new ArrayList<Map<String, Object>>();
    String lastKey = null;
    do {
      var page = get(query + (lastKey == null ? "" : "&lastKey=" + lastKey));
      listed.addAll(JsonPath.<List<Map<String, Object>>>read(page, "$.items"));
      lastKey = JsonPath.<List<String>>read(page, "$..lastKey").stream().findFirst().orElse(null);
    } while (lastKey != null);
    return listed;
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
