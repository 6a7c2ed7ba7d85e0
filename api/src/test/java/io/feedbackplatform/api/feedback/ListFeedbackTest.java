package io.feedbackplatform.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class ListFeedbackTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTenant tenant;
  private TestTenant other;

  @BeforeEach
  void openTenants() {
    tenant = TestTenant.in(storage);
    other = TestTenant.in(storage);
  }

  @Test
  void showsEverythingThatWasSentAndNothingThatWasNot() {
    var full =
        TestObjects.feedback(tenant.site().id(), TestObjects.fullSubmission())
            .withTags(Set.of("urgent", "billing"))
            .corrected(Sentiment.NEGATIVE);
    storage.feedback().create(tenant.id(), full, null);

    assertThat(get(tenant, "/feedback"))
        .hasStatus(200)
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"items": [{"feedbackId": "%s", "siteId": "%s", "siteName": "Shop", "rating": 4, "nps": 9, "ces": 6,
              "message": "Fast delivery, but the box was open.", "name": "Ada",
              "email": "ada@example.com", "category": "delivery",
              "page": "https://shop.example/cart?step=2", "locale": "en-GB",
              "metadata": {"plan": "pro", "version": "1.4"}, "sentiment": "negative",
              "sentimentScore": -1.0, "sentimentSource": "person", "tags": ["billing", "urgent"],
              "status": "new", "createdAt": "2026-11-22T17:30:00Z"}]}\
            """
                .formatted(full.id(), tenant.site().id()));
  }

  @Test
  void leavesOutWhatIsAbsent() {
    var bare = TestObjects.feedback(tenant.site().id(), TestObjects.submission(5, null));
    storage.feedback().create(tenant.id(), bare, null);

    assertThat(get(tenant, "/feedback/" + bare.id()))
        .hasStatus(200)
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"feedbackId": "%s", "siteId": "%s", "siteName": "Shop", "rating": 5,
             "sentiment": "neutral", "sentimentScore": 0.0, "sentimentSource": "lexicon",
             "status": "new", "createdAt": "2026-11-22T17:30:00Z"}\
            """
                .formatted(bare.id(), tenant.site().id()));
  }

  @Test
  void pagesNewestFirstWithoutLossOrRepetition() throws Exception {
    var ids = submit(tenant, 25);

    var seen = new ArrayList<String>();
    String lastKey = null;
    do {
      var answer =
          get(tenant, "/feedback?limit=4" + (lastKey == null ? "" : "&lastKey=" + lastKey));
      assertThat(answer).hasStatus(200);
      Map<String, Object> body = JsonPath.read(answer.getResponse().getContentAsString(), "$");
      seen.addAll(
          JsonPath.<List<String>>read(
              answer.getResponse().getContentAsString(), "$.items[*].feedbackId"));
      lastKey = (String) body.get("lastKey");
    } while (lastKey != null);

    assertThat(seen).containsExactlyElementsOf(ids.reversed());
  }

  @Test
  void givesTenByDefault() {
    submit(tenant, 11);

    assertThat(get(tenant, "/feedback"))
        .bodyJson()
        .extractingPath("$.items.length()")
        .isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "101", "ten", "1.5", "99999999999", "1e1", " ", "0x10"})
  void refusesLimitsOutOfRange(String limit) {
    var answer =
        api.get()
            .uri("/feedback?limit={limit}", limit)
            .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
            .exchange();

    assertThat(answer)
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("validation_failed");
    assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("limit");
  }

  @Test
  void refusesParametersThatItDoesNotKnow() {
    assertThat(get(tenant, "/feedback?lastkey=x&limit=5"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("lastkey");
  }

  @Test
  void takesACursorFromItsOwnTenantOnly() throws Exception {
    submit(tenant, 3);
    submit(other, 3);
    var lastKey = lastKeyOf(tenant);

    assertThat(get(tenant, "/feedback?limit=1&lastKey=" + lastKey)).hasStatus(200);
    assertThat(get(other, "/feedback?limit=1&lastKey=" + lastKey))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("invalid_last_key");
  }

  @Test
  void refusesEveryChangeOfACursor() throws Exception {
    submit(tenant, 3);
    var lastKey = lastKeyOf(tenant);
    var changed = new ArrayList<String>();
    for (int i = 0; i < lastKey.length(); i++) {
      char replacement = lastKey.charAt(i) == 'A' ? 'B' : 'A';
      changed.add(lastKey.substring(0, i) + replacement + lastKey.substring(i + 1));
    }
    changed.addAll(
        List.of(
            "",
            "x",
            lastKey + "A",
            lastKey + "=",
            lastKey.substring(1),
            lastKey.repeat(2),
            "A".repeat(5_000),
            FeedbackId.next().value(),
            "%F0%9F%98%80",
            "%00"));

    for (var text : changed) {
      assertThat(get(tenant, "/feedback?lastKey=" + text))
          .as("lastKey %s", text)
          .hasStatus(400)
          .bodyJson()
          .extractingPath("$.code")
          .isEqualTo("invalid_last_key");
    }
    assertThat(get(tenant, "/feedback?lastKey=" + lastKey)).hasStatus(200);
  }

  @Test
  void answersNotModifiedWhileNothingChanged() {
    submit(tenant, 1);
    var etag = get(tenant, "/feedback").getResponse().getHeader("ETag");
    assertThat(etag).isNotBlank();

    var unchanged = conditional(etag);
    assertThat(unchanged).hasStatus(304).hasHeader("ETag", etag);
    assertThat(unchanged.getResponse().getContentLength()).isZero();

    submit(tenant, 1);
    assertThat(conditional(etag)).hasStatus(200);
  }

  @Test
  void tellsForeignUnknownAndMalformedIdsAlike() throws Exception {
    var theirs = TestObjects.feedback(other.site().id());
    storage.feedback().create(other.id(), theirs, null);
    assertThat(get(other, "/feedback/" + theirs.id())).hasStatus(200);

    var answers =
        List.of(theirs.id().value(), FeedbackId.next().value(), "1", "x%20y", "%F0%9F%98%80")
            .stream()
            .map(id -> get(tenant, "/feedback/" + id))
            .toList();

    for (var answer : answers) {
      assertThat(answer).hasStatus(404);
      assertThat(withoutRequestId(answer)).isEqualTo(withoutRequestId(answers.getFirst()));
    }
  }

  @Test
  void showsNothingOfAnotherTenant() {
    submit(other, 3);

    assertThat(get(other, "/feedback")).bodyJson().extractingPath("$.items.length()").isEqualTo(3);
    assertThat(get(tenant, "/feedback"))
        .hasStatus(200)
        .bodyJson()
        .isStrictlyEqualTo("{\"items\": []}");
  }

  private String withoutRequestId(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    } catch (java.io.UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private List<String> submit(TestTenant to, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> {
          var item =
              TestObjects.feedback(
                  to.site().id(),
                  3,
                  Sentiment.NEUTRAL,
                  io.feedbackplatform.core.feedback.Status.NEW);
          storage.feedback().create(to.id(), item, null);
          return item.id().value();
        })
        .toList();
  }

  private String lastKeyOf(TestTenant of) throws Exception {
    return JsonPath.read(
        get(of, "/feedback?limit=1").getResponse().getContentAsString(), "$.lastKey");
  }

  private MvcTestResult conditional(String etag) {
    return api.get()
        .uri("/feedback")
        .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
        .header("If-None-Match", etag)
        .exchange();
  }

  private MvcTestResult get(TestTenant as, String uri) {
    return api.get()
        .uri(java.net.URI.create(uri))
        .header("Authorization", "Bearer " + issuer.tokenFor(as.member()))
        .exchange();
  }
}
