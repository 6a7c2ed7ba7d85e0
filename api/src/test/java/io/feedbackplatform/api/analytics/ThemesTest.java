package io.feedbackplatform.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriUtils;

@ApiTest
class ThemesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant BEFORE = Instant.parse("2026-11-12T12:00:00Z");
  private static final String WEEK = "/analytics/themes?from=2026-11-15&to=2026-11-22";

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTenant tenant;

  @BeforeEach
  void openTenant() {
    tenant = TestTenant.in(storage);
  }

  @Test
  void tellsNothingBeforeAnybodySaysAnything() {
    assertThat(get(WEEK))
        .hasStatus(200)
        .hasHeader("Cache-Control", "max-age=60, private")
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"from": "2026-11-15T00:00:00Z", "to": "2026-11-22T00:00:00Z", "timeZone": "UTC",
             "previous": {"from": "2026-11-08T00:00:00Z", "to": "2026-11-15T00:00:00Z"},
             "read": {"feedback": 0, "messages": 0, "complete": true, "from": "2026-11-15T00:00:00Z"},
             "readBefore":
               {"feedback": 0, "messages": 0, "complete": true, "from": "2026-11-08T00:00:00Z"},
             "themes": []}\
            """);
  }

  @Test
  void tellsWhatIsSaidBesideThePeriodBefore() {
    var site = tenant.site().id();
    for (int i = 0; i < 12; i++) {
      keep(site, NOW, "The CHECKOUT page crashes!", -0.5);
      keep(site, BEFORE, "Nice colours", 0.5);
    }
    keep(site, BEFORE, "checkout page", 0);
    keep(site, NOW, null, 0);
    keep(site, NOW, "Nice colours", 0.5);
    var newest = keep(site, NOW.plusSeconds(1), "My checkout page, my colours", 0.8);

    assertThat(get(WEEK + "&order=rising"))
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"read": {"feedback": 15, "messages": 14, "complete": true},
             "readBefore": {"feedback": 13, "messages": 13, "complete": true},
             "themes": [
               {"term": "checkout page", "feedback": 13, "share": 0.9286, "before": 1,
                "beforeShare": 0.0769, "logLikelihood": 23.14, "trend": "rising", "significant": true,
                "sentimentScore": -0.4, "filter": {"term": "checkout page",
                  "from": "2026-11-15T00:00:00Z", "to": "2026-11-22T00:00:00Z"}}]}\
            """);
    assertThat(get(WEEK + "&order=rising"))
        .bodyJson()
        .extractingPath("$.themes[0].examples[0]")
        .isEqualTo(newest.id().value());
    assertThat(get(WEEK + "&order=frequent&limit=2"))
        .bodyJson()
        .extractingPath("$.themes[*].trend")
        .asArray()
        .containsExactly("rising", "falling");
  }

  /** In five languages, of two sites, with spam, the days around it and another tenant. */
  @ParameterizedTest
  @ValueSource(strings = {"frequent", "rising"})
  void listsWhatItCounts(String order) {
    var second = TestObjects.site("https://second.example");
    storage.sites().save(tenant.id(), second, Actor.platform());
    var random = new Random(30);
    for (int i = 0; i < 300; i++) {
      var at = NOW.minusSeconds(random.nextInt(9 * 24 * 3_600));
      var kept =
          keep(random.nextBoolean() ? second.id() : tenant.site().id(), at, said(random), 0.1);
      if (random.nextInt(10) == 0) {
        storage.feedback().changeStatus(tenant.id(), kept.id(), Status.SPAM, Actor.platform());
      }
    }

    for (var site : List.of("", "&siteId=" + second.id())) {
      var answer = text(get(WEEK + "&limit=100&order=" + order + site));

      List<Map<String, Object>> themes = JsonPath.read(answer, "$.themes");
      assertThat(themes).hasSizeGreaterThan(15);
      themes.forEach(this::assertLists);
    }
  }

  private static final List<String> PIECES =
      List.of(
          "The checkout page",
          "die Lieferung",
          "L’appli",
          "wi-fi",
          "la aplicación",
          "não abre",
          "APP",
          "Straße",
          "STRASSE",
          "café",
          "CAFE\u0301",
          "error 404",
          "is slow",
          "war zu spät",
          "car",
          "parce que",
          "die",
          "hat",
          "it's",
          "user's cart",
          "checkouts",
          "don't",
          "!",
          "?",
          ", ",
          "\n",
          "💥",
          "jo@example.com",
          "https://a.example/checkout",
          "muito boa",
          "se cierra");

  private static String said(Random random) {
    return random
        .ints(1 + random.nextInt(12), 0, PIECES.size())
        .mapToObj(PIECES::get)
        .collect(Collectors.joining(random.nextInt(9) == 0 ? "" : " "));
  }

  private void assertLists(Map<String, Object> theme) {
    @SuppressWarnings("unchecked")
    var filter = (Map<String, String>) theme.get("filter");
    var query =
        filter.entrySet().stream()
            .map(entry ->
                entry.getKey() + "=" + UriUtils.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "/feedback?limit=100&", ""));
    var listed = listed(query);
    assertThat(listed).as("%s", theme).hasSize((Integer) theme.get("feedback"));
    @SuppressWarnings("unchecked")
    var examples = (List<String>) theme.get("examples");
    assertThat(listed).startsWith(examples.toArray(String[]::new));
  }

  /** What stands somewhere in a message is not what was counted. */
  @Test
  void wouldNoticeAListOfSomethingElse() {
    keep(tenant.site().id(), NOW, "slow checkout", 0);
    keep(tenant.site().id(), NOW, "slow checkouts", 0);
    keep(tenant.site().id(), NOW, "checkout slow", 0);

    assertThat(get(WEEK)).bodyJson().extractingPath("$.themes[0].feedback").isEqualTo(3);
    assertThat(listed("/feedback?term=checkout")).hasSize(2);
    assertThat(listed("/feedback?term=slow%20checkout")).hasSize(1);
    assertThat(listed("/feedback?q=slow%20checkout")).hasSize(3);
  }

  private List<String> listed(String query) {
    var listed = new ArrayList<String>();
    String lastKey = null;
    do {
      var page = text(get(query + (lastKey == null ? "" : "&lastKey=" + lastKey)));
      listed.addAll(JsonPath.<List<String>>read(page, "$.items[*].feedbackId"));
      lastKey = JsonPath.<List<String>>read(page, "$..lastKey").stream().findFirst().orElse(null);
    } while (lastKey != null);
    return listed;
  }

  @Test
  void tellsNobodyWhatOthersSay() {
    var other = TestTenant.in(storage);
    keep(tenant.site().id(), NOW, "secret recipe", 0);
    keep(tenant.site().id(), NOW, "secret recipe", 0);

    assertThat(get(WEEK)).bodyJson().extractingPath("$.themes[0].term").isEqualTo("secret recipe");
    assertThat(get(other, WEEK)).bodyJson().extractingPath("$.themes").asArray().isEmpty();
    assertThat(get(other, WEEK + "&siteId=" + tenant.site().id()))
        .hasStatus(400)
        .bodyText()
        .contains("unknown_site");
  }

  @Test
  void saysWhenItDidNotReadEverything() {
    for (int i = 0; i < 2_101; i++) {
      keep(tenant.site().id(), NOW.plusSeconds(i), i < 100 ? "old story" : "news item", 0);
    }

    var answer = text(get(WEEK));

    assertThat(JsonPath.<Boolean>read(answer, "$.read.complete")).isFalse();
    assertThat(JsonPath.<Boolean>read(answer, "$.readBefore.complete")).isTrue();
    assertThat(JsonPath.<Integer>read(answer, "$.read.feedback")).isEqualTo(2_000);
    assertThat(JsonPath.<List<Map<String, Object>>>read(answer, "$.themes"))
        .singleElement()
        .satisfies(this::assertLists);
  }

  /** A flood of spam, or of what came from another site, makes an answer no dearer. */
  @Test
  void readsNoMoreOfWhatItDoesNotTellThanOfWhatItDoes() {
    var second = TestObjects.site("https://second.example");
    storage.sites().save(tenant.id(), second, Actor.platform());
    keep(second.id(), NOW, "old story", 0);
    keep(second.id(), NOW, "old story", 0);
    for (int i = 1; i <= 3_998; i++) {
      keep(tenant.site().id(), NOW.plusSeconds(i), "news item", 0);
    }
    var uri = WEEK + "&siteId=" + second.id();

    var whole = text(get(uri));
    assertThat(JsonPath.<Boolean>read(whole, "$.read.complete")).isTrue();
    assertThat(JsonPath.<Integer>read(whole, "$.read.feedback")).isEqualTo(2);

    keep(tenant.site().id(), NOW.plusSeconds(3_999), "news item", 0);

    var part = text(get(uri + "&limit=9"));
    assertThat(JsonPath.<Boolean>read(part, "$.read.complete")).isFalse();
    assertThat(JsonPath.<Integer>read(part, "$.read.feedback")).isEqualTo(1);
    assertThat(JsonPath.<String>read(part, "$.read.from")).isEqualTo(NOW.toString());
  }

  @Test
  void remembersForAMinuteWhatItTold() {
    keep(tenant.site().id(), NOW, "slow checkout", 0);
    keep(tenant.site().id(), NOW, "slow checkout", 0);
    var time = new AtomicLong();
    var themes = new ReadThemes(storage.feedback(), time::get);
    var days =
        AnalyticsQuery.days(
            "2026-11-15", "2026-11-22", null, ZoneOffset.UTC, TestObjects.NOW, none -> false);
    var query = ThemesQuery.parse(days, "frequent", 10);
    var told = themes.read(tenant.id(), query);
    keep(tenant.site().id(), NOW, "slow checkout", 0);

    time.addAndGet(TimeUnit.SECONDS.toNanos(59));
    assertThat(themes.read(tenant.id(), query)).isSameAs(told);
    assertThat(themes.read(tenant.id(), ThemesQuery.parse(days, "rising", 10)).themes())
        .extracting(ThemesResponse.Theme::feedback)
        .containsExactly(3);
    assertThat(themes.read(TestTenant.in(storage).id(), query).themes()).isEmpty();
    time.addAndGet(TimeUnit.SECONDS.toNanos(2));
    assertThat(themes.read(tenant.id(), query).themes())
        .extracting(ThemesResponse.Theme::feedback)
        .containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"from=yesterday", "order=loudest", "limit=0", "from=1999-01-01", "siteId=x"})
  void refusesWhatItDoesNotUnderstand(String parameter) {
    assertThat(get("/analytics/themes?" + parameter))
        .hasStatus(400)
        .bodyText()
        .contains(parameter.substring(0, parameter.indexOf('=')));
  }

  private Feedback keep(SiteId site, Instant at, @Nullable String message, double score) {
    var kept =
        new Feedback(
            TestObjects.idAt(at),
            site,
            new Submission(
                new Answers(3, null, null), message, null, null, null, null, null, Map.of()),
            new Arrival(at, ZoneOffset.UTC, null, SpamScore.NONE, false),
            Mood.of(new Assessment(Sentiment.NEUTRAL, score, List.of(), Source.LEXICON)),
            Status.NEW,
            Set.of());
    storage.feedback().create(tenant.id(), kept, null);
    return kept;
  }

  private MvcTestResult get(String uri) {
    return get(tenant, uri);
  }

  private MvcTestResult get(TestTenant caller, String uri) {
    return api.get()
        .uri(URI.create(uri))
        .header("Authorization", "Bearer " + issuer.tokenFor(caller.member()))
        .exchange();
  }

  private static String text(MvcTestResult answer) {
    assertThat(answer).hasStatus(200);
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
