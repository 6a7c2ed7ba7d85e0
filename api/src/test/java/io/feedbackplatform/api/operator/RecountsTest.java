package io.feedbackplatform.api.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.recount.RecountId;
import io.feedbackplatform.core.recount.RecountReport;
import io.feedbackplatform.core.recount.RecountResult;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.storage.Storage;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class RecountsTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-22");

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTenant tenant;
  private String path;

  @BeforeEach
  void open() {
    tenant = TestTenant.in(storage);
    path = "/operator/tenants/" + tenant.id() + "/recounts";
  }

  @Test
  void isOrderedWithAPlaceToReadItsReport() {
    var ordered = call(HttpMethod.POST, path, "{\"repair\": true}");

    var id = JsonPath.<String>read(text(ordered), "$.recountId");
    assertThat(ordered)
        .hasStatus(202)
        .hasHeader("Location", "https://api.example/prod" + path + "/" + id)
        .bodyJson()
        .isLenientlyEqualTo("{\"state\": \"queued\", \"repair\": true, \"orderedBy\": \"grace\"}");
    assertThat(text(call(HttpMethod.GET, path + "/" + id, null))).isEqualTo(text(ordered));
    assertThat(call(HttpMethod.GET, path, null))
        .bodyJson()
        .extractingPath("$.items[*].recountId")
        .asArray()
        .containsExactly(id);
  }

  @Test
  void comparesOnlyUnlessToldToRepair() {
    assertThat(call(HttpMethod.POST, path, null))
        .hasStatus(202)
        .bodyJson()
        .isLenientlyEqualTo("{\"repair\": false}");
    assertThat(call(HttpMethod.POST, path, "{\"repair\": \"yes\"}"))
        .hasStatus(400)
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"code\": \"validation_failed\", \"errors\": [{\"field\": \"repair\"}]}");
  }

  @Test
  void isRefusedWhileAnotherIsUnderWay() {
    var first = JsonPath.<String>read(text(call(HttpMethod.POST, path, null)), "$.recountId");

    assertThat(call(HttpMethod.POST, path, null))
        .hasStatus(409)
        .bodyJson()
        .isLenientlyEqualTo("{\"code\": \"recount_under_way\"}");

    storage.recountOrders().end(tenant.id(), new RecountId(first), null);
    assertThat(call(HttpMethod.POST, path, null)).hasStatus(202);
    assertThat(call(HttpMethod.GET, path + "/" + first, null))
        .bodyJson()
        .isLenientlyEqualTo("{\"state\": \"failed\"}");
  }

  @Test
  void tellsWhichCountersDidNotFitAndNoWordOfTheTenants() {
    var id = JsonPath.<String>read(text(call(HttpMethod.POST, path, null)), "$.recountId");
    var five = Counts.ofOne(5, Sentiment.POSITIVE);
    var report =
        new RecountReport(
            3,
            0,
            9,
            List.of(
                new RecountReport.Drift(
                    new CounterKey(new Scope.Site(tenant.site().id()), new Bucket.Day(DAY)),
                    five.plus(five),
                    five,
                    false),
                new RecountReport.Drift(
                    new CounterKey(Facet.TAG.of("secret"), new Bucket.Day(DAY)),
                    Counts.ZERO,
                    five,
                    false)),
            List.of(new CounterKey(new Scope.Tenant(), new Bucket.Total())));
    storage.recountOrders().start(tenant.id(), new RecountId(id));
    storage.recountOrders().end(tenant.id(), new RecountId(id), RecountResult.of(report));

    var read = call(HttpMethod.GET, path + "/" + id, null);

    assertThat(read)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"state": "done", "report": {"exact": false, "items": 3, "unreadable": 0, "compared": 9,
              "drift": 2, "repaired": 0, "unsettled": 1,
              "drifted": [
                {"counter": {"of": "site", "siteId": "%s", "per": "day", "at": "2026-11-22"},
                 "difference": {"total": 1, "rated5": 1, "positive": 1}, "repaired": false},
                {"counter": {"of": "tag", "per": "day", "at": "2026-11-22"},
                 "difference": {"total": -1, "rated5": -1, "positive": -1}, "repaired": false}],
              "open": [{"of": "tenant", "per": "total"}]}}
            """
                .formatted(tenant.site().id()));
    assertThat(text(read)).doesNotContain("secret");
    assertThat(text(call(HttpMethod.GET, path, null)))
        .contains("\"drift\":2")
        .doesNotContain("drifted");
  }

  @Test
  void isNowhereElse() {
    var id = JsonPath.<String>read(text(call(HttpMethod.POST, path, null)), "$.recountId");
    var other = "/operator/tenants/" + TestTenant.in(storage).id() + "/recounts";

    assertThat(call(HttpMethod.GET, other + "/" + id, null)).hasStatus(404);
    assertThat(call(HttpMethod.GET, path + "/" + RecountId.next(), null)).hasStatus(404);
    assertThat(call(HttpMethod.GET, path + "/1", null)).hasStatus(404);
    assertThat(call(HttpMethod.POST, "/operator/tenants/" + RandomId.next() + "/recounts", null))
        .hasStatus(404);
    assertThat(call(HttpMethod.GET, path + "/" + id, null)).hasStatus(200);
  }

  private MvcTestResult call(HttpMethod method, String uri, @Nullable String body) {
    var token =
        issuer.token(
            new UserId("grace"),
            claims -> claims.claim("cognito:groups", List.of("platform-operators")));
    var request = api.method(method).uri(uri).header("Authorization", "Bearer " + token);
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
    return request.exchange();
  }

  private static String text(MvcTestResult result) {
    try {
      return result.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
