package io.feedbackplatform.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantChange;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class AnalyticsTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTenant tenant;

  @BeforeEach
  void openTenant() {
    tenant = TestTenant.in(storage);
  }

  @Test
  void countsNothingBeforeAnythingCame() {
    assertThat(get("/analytics"))
        .hasStatus(200)
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"totalFeedback": 0, "averageRating": null,
             "sentiment": {"positive": 0, "neutral": 0, "negative": 0},
             "ratings": {"1": 0, "2": 0, "3": 0, "4": 0, "5": 0}, "lastUpdated": null,
             "distribution": {}, "scores": {}, "filter": {}, "timeZone": "UTC"}\
            """);
  }

  @Test
  void tellsTotalsAverageMoodAndHistogram() {
    count(tenant, 5, Sentiment.POSITIVE);
    count(tenant, 4, Sentiment.POSITIVE);
    count(tenant, 4, Sentiment.NEUTRAL);
    count(tenant, null, Sentiment.NEGATIVE);

    assertThat(get("/analytics"))
        .hasStatus(200)
        .hasHeader("Cache-Control", "max-age=60, private")
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"totalFeedback": 4, "averageRating": 4.33,
             "sentiment": {"positive": 2, "neutral": 1, "negative": 1},
             "ratings": {"1": 0, "2": 0, "3": 0, "4": 2, "5": 1},
             "lastUpdated": "2026-11-22T17:30:00Z"}\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "day, 30, 2026-10-24T00:00:00Z, 2026-11-22T00:00:00Z",
    "hour, 48, 2026-11-20T18:00:00Z, 2026-11-22T17:00:00Z",
    "month, 12, 2025-12-01T00:00:00Z, 2026-11-01T00:00:00Z"
  })
  void fillsASeriesWithZerosUpToNow(String granularity, int buckets, String first, String last) {
    count(tenant, 5, Sentiment.POSITIVE);

    var answer = get("/analytics?granularity=" + granularity);

    assertThat(answer).hasStatus(200);
    assertThat(answer).bodyJson().extractingPath("$.series.length()").isEqualTo(buckets);
    assertThat(answer).bodyJson().extractingPath("$.series[0].start").isEqualTo(first);
    assertThat(answer).bodyJson().extractingPath("$.series[0].totalFeedback").isEqualTo(0);
    assertThat(answer).bodyJson().extractingPath("$.series[0].averageRating").isNull();
    assertThat(answer).bodyJson().extractingPath("$.series[-1].start").isEqualTo(last);
    assertThat(answer).bodyJson().extractingPath("$.series[-1].totalFeedback").isEqualTo(1);
    assertThat(answer).bodyJson().extractingPath("$.series[-1].ratings['5']").isEqualTo(1);
  }

  @Test
  void takesRangesThatAreAskedFor() {
    var answer =
        get("/analytics?granularity=hour&from=2026-11-01T10:59:59Z&to=2026-11-01T12:00:00.001Z");

    assertThat(answer)
        .bodyJson()
        .extractingPath("$.series[*].start")
        .asArray()
        .containsExactly("2026-11-01T10:00:00Z", "2026-11-01T11:00:00Z", "2026-11-01T12:00:00Z");
  }

  @Test
  void answersUpToAThousandBuckets() {
    assertThat(get("/analytics?granularity=hour&from=2026-10-01T00:00:00Z&to=2026-11-11T16:00:00Z"))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.series.length()")
        .isEqualTo(1_000);
    assertRefused(
        "granularity=hour&from=2026-10-01T00:00:00Z&to=2026-11-11T16:00:01Z",
        "from",
        "too_many_buckets");
  }

  @ParameterizedTest
  @CsvSource({
    "granularity=week, granularity, invalid_value",
    "granularity=DAY, granularity, invalid_value",
    "granularity=, granularity, invalid_value",
    "from=2026-11-01T00:00:00Z, granularity, required",
    "to=2026-11-01T00:00:00Z, granularity, required",
    "granularity=day&from=yesterday, from, invalid_instant",
    "granularity=day&from=2026-11-1, from, invalid_instant",
    "granularity=day&from=2026-11-31, from, invalid_instant",
    "granularity=day&from=1999-12-31, from, out_of_range",
    "granularity=day&from=2026-11-02&to=2026-11-02, from, out_of_range",
    "granularity=day&from=1793491200000, from, invalid_instant",
    "granularity=day&to=, to, invalid_instant",
    "granularity=day&from=2026-11-31T00:00:00Z, from, invalid_instant",
    "granularity=day&from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z, from, out_of_range",
    "granularity=day&from=2026-11-01T00:00:00Z&to=2026-11-01T00:00:00Z, from, out_of_range",
    "granularity=day&from=2027-11-01T00:00:00Z, from, out_of_range",
    "granularity=day&from=%2B1000000000-01-01T00:00:00Z, from, out_of_range",
    "granularity=month&from=-1000000000-01-01T00:00:00Z, from, out_of_range",
    "granularity=day&to=1999-01-01T00:00:00Z, to, out_of_range",
    "granularity=day&from=2001-01-01T00:00:00Z, from, too_many_buckets",
    "siteId=x, siteId, unknown_site",
    "siteId=, siteId, unknown_site",
    "site=x, site, unknown_parameter"
  })
  void refusesWhatItCannotMean(String query, String field, String rule) {
    assertRefused(query, field, rule);
  }

  @Test
  void tellsEverythingAtOnceThatIsWrong() {
    assertThat(get("/analytics?from=yesterday&to=now&granularity=week&siteId=x"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[*].field")
        .asArray()
        .containsExactly("from", "to", "granularity", "siteId");
    assertThat(get("/analytics/tags?from=yesterday&to=1999-01-01"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[*].field")
        .asArray()
        .containsExactly("from", "to");
  }

  @Test
  void goesByTheClocksOfTheTenant() {
    in("Asia/Kathmandu");

    var answer = get("/analytics?granularity=day&from=2026-11-01&to=2026-11-03");

    assertThat(answer).bodyJson().extractingPath("$.timeZone").isEqualTo("Asia/Kathmandu");
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.series[*].start")
        .asArray()
        .containsExactly("2026-10-31T18:15:00Z", "2026-11-01T18:15:00Z");
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.series[0].filter")
        .asMap()
        .containsEntry("from", "2026-10-31T18:15:00Z")
        .containsEntry("to", "2026-11-01T18:15:00Z");
    assertThat(get("/analytics?granularity=hour"))
        .bodyJson()
        .extractingPath("$.series[-1].start")
        .isEqualTo("2026-11-22T17:15:00Z");
  }

  @Test
  void tellsScoresWithTheirSampleAndInterval() {
    count(tenant, 5, Sentiment.POSITIVE);
    count(tenant, 4, Sentiment.POSITIVE);
    count(tenant, 1, Sentiment.NEGATIVE);
    count(tenant, null, Sentiment.NEUTRAL);

    var answer = get("/analytics?granularity=day");

    for (var figures : List.of("$", "$.range", "$.series[-1]")) {
      assertThat(answer)
          .bodyJson()
          .extractingPath(figures + ".scores.csat")
          .isEqualTo(Map.of("value", 66.7, "n", 3, "low", 20.8, "high", 93.9));
      assertThat(answer)
          .bodyJson()
          .extractingPath(figures + ".scores.rating")
          .isEqualTo(Map.of("value", 3.33, "n", 3, "low", 1.0, "high", 5.0));
      assertThat(answer)
          .bodyJson()
          .extractingPath(figures + ".distribution.rating[*].percentage")
          .isEqualTo(List.of(33.4, 0.0, 0.0, 33.3, 33.3));
    }
    assertThat(answer).bodyJson().doesNotHavePath("$.scores.nps");
    assertThat(answer).bodyJson().doesNotHavePath("$.scores.responseRate");
  }

  @Test
  void comparesWithThePeriodBefore() {
    for (int i = 0; i < 20; i++) {
      count(tenant, 5, Sentiment.POSITIVE);
      count(tenant, 1, Sentiment.NEGATIVE, Duration.ofDays(31));
      count(tenant, 1, Sentiment.NEGATIVE, Duration.ofDays(31));
    }

    var answer = get("/analytics?granularity=day&from=2026-11-01&to=2026-12-01");

    assertThat(answer)
        .bodyJson()
        .extractingPath("$.comparison.from")
        .isEqualTo("2026-10-01T00:00:00Z");
    assertThat(answer).bodyJson().extractingPath("$.comparison.totalFeedback").isEqualTo(40);
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.comparison.changes.totalFeedback")
        .isEqualTo(Map.of("value", -20, "percentage", -50.0));
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.comparison.changes.csat.significant")
        .isEqualTo(true);
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.comparison.changes.csat.value")
        .isEqualTo(100.0);
  }

  @Test
  void countsNothingOfCategoriesAndTagsOfOthers() {
    count(TestTenant.in(storage), 5, Sentiment.POSITIVE);

    for (var facet : List.of("categories", "tags")) {
      assertThat(get("/analytics/" + facet))
          .hasStatus(200)
          .hasHeader("Cache-Control", "max-age=60, private")
          .containsHeader("ETag")
          .bodyJson()
          .isStrictlyEqualTo(
              """
              {"from": "2026-10-24T00:00:00Z", "to": "2026-11-23T00:00:00Z", "timeZone": "UTC",
               "names": 0, "complete": true, "items": []}\
              """);
    }
  }

  @Test
  void comparesNoGroupsOfAPeriodThatWasNotReadInWhole() {
    count(CounterChange.counted(tag("vip"), TWO_STARS));
    assertThat(get("/analytics/tags"))
        .bodyJson()
        .extractingPath("$.items[0].changes.totalFeedback.value")
        .isEqualTo(1);

    count(
        IntStream.range(0, 20_000)
            .mapToObj(i -> CounterChange.counted(tag("flood " + i), TWO_STARS))
            .toArray(CounterChange[]::new));

    assertThat(get("/analytics/tags"))
        .bodyJson()
        .hasPathSatisfying("$.complete", complete -> assertThat(complete).isEqualTo(false))
        .doesNotHavePath("$.items[0].changes");
  }

  private static final Counts TWO_STARS = Counts.ofOne(2, Sentiment.NEGATIVE);

  private static CounterKey tag(String name) {
    return new CounterKey(
        new Scope.Tag(name), new Bucket.Day(LocalDate.ofInstant(TestObjects.NOW, ZoneOffset.UTC)));
  }

  private void count(CounterChange... changes) {
    storage
        .counters()
        .count(
            tenant.id(),
            List.of(new CountedEvent(UUID.randomUUID().toString(), null, List.of(changes))));
  }

  private void in(String zone) {
    storage
        .tenants()
        .change(tenant.id(), new TenantChange.Configure(ZoneId.of(zone), null), Actor.platform());
  }

  @Test
  void countsOneSiteAndRefusesForeignAndUnknownOnesAlike() throws Exception {
    var second = TestObjects.site("https://second.example");
    storage.sites().save(tenant.id(), second, Actor.platform());
    var other = TestTenant.in(storage);
    count(tenant, 5, Sentiment.POSITIVE);
    count(other, 1, Sentiment.NEGATIVE);

    assertTotal("/analytics", 1);
    assertTotal("/analytics?siteId=" + tenant.site().id(), 1);
    assertTotal("/analytics?siteId=" + second.id(), 0);
    var foreign = get("/analytics?siteId=" + other.site().id());
    var unknown = get("/analytics?siteId=" + SiteId.random());
    assertThat(foreign).hasStatus(400);
    assertThat(body(foreign)).isEqualTo(body(unknown));
  }

  @Test
  void answersNotModifiedWhileNothingChanged() {
    count(tenant, 5, Sentiment.POSITIVE);
    var etag = get("/analytics?granularity=day").getResponse().getHeader("ETag");

    assertThat(conditional(etag)).hasStatus(304).hasHeader("Cache-Control", "max-age=60, private");

    count(tenant, 4, Sentiment.POSITIVE);
    assertThat(conditional(etag)).hasStatus(200);
  }

  private MvcTestResult conditional(String etag) {
    return api.get()
        .uri("/analytics?granularity=day")
        .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
        .header("If-None-Match", etag)
        .exchange();
  }

  private void assertTotal(String uri, int total) {
    assertThat(get(uri))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.totalFeedback")
        .isEqualTo(total);
  }

  private void assertRefused(String query, String field, String rule) {
    var answer = get("/analytics?" + query);
    assertThat(answer)
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("validation_failed");
    assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
    assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo(rule);
  }

  private static String body(MvcTestResult answer) throws Exception {
    return answer.getResponse().getContentAsString().replaceAll("\"requestId\":\"[^\"]*\"", "");
  }

  private void count(TestTenant of, Integer rating, Sentiment sentiment) {
    count(of, rating, sentiment, Duration.ZERO);
  }

  private void count(TestTenant of, Integer rating, Sentiment sentiment, Duration ago) {
    var feedback =
        TestObjects.feedback(
            FeedbackId.next(),
            of.site().id(),
            TestObjects.submission(rating, "Good coffee."),
            sentiment,
            Status.NEW,
            SpamScore.NONE,
            TestObjects.NOW.minus(ago),
            null);
    var created = new FeedbackChange.Created(of.id(), feedback);
    storage.counters().count(of.id(), List.of(created.event(UUID.randomUUID().toString(), null)));
  }

  private MvcTestResult get(String uri) {
    return api.get()
        .uri(URI.create(uri))
        .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
        .exchange();
  }
}
