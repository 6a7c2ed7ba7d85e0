package io.feedbackplatform.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.tenant.TenantDirectory;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantChange;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** As a function, which answers what there is to say and ends. */
@ApiTest
class LiveTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;
  @Autowired TenantDirectory directory;

  private TestTenant tenant;

  @BeforeEach
  void openTenant() {
    tenant = TestTenant.in(storage);
  }

  @Test
  void tellsTheFiguresAtOnceAndEnds() {
    count(tenant, 5);

    var answer = listen(tenant.member(), null);

    assertThat(answer)
        .hasStatus(200)
        .hasHeader("Content-Type", "text/event-stream")
        .hasHeader("Cache-Control", "no-store")
        .doesNotContainHeader("ETag");
    assertThat(text(answer))
        .matches("retry: 2000\n\nid: \\d+-1-1\nevent: figures\ndata: \\{[^\n]+}\n\n");
    assertThat(answer.getRequest().isAsyncStarted()).isFalse();
    var data = data(answer);
    assertThat(JsonPath.<Integer>read(data, "$.total.totalFeedback")).isEqualTo(1);
    assertThat(JsonPath.<Integer>read(data, "$.today.ratings['5']")).isEqualTo(1);
    assertThat(JsonPath.<String>read(data, "$.today.filter.from"))
        .isEqualTo("2026-11-22T00:00:00Z");
    assertThat(JsonPath.<String>read(data, "$.today.filter.to")).isEqualTo("2026-11-23T00:00:00Z");
    assertThat(JsonPath.<String>read(data, "$.at")).isEqualTo(TestObjects.NOW.toString());
  }

  @Test
  void hasTheShapesOfTheOtherFigures() {
    count(tenant, 4);

    var same = api.get().uri("/analytics").header("Authorization", bearer(tenant.member()));

    assertThat(JsonPath.<Map<String, Object>>read(text(same.exchange()), "$"))
        .containsAllEntriesOf(
            JsonPath.<Map<String, Object>>read(data(listen(tenant.member(), null)), "$.total"));
  }

  @Test
  void saysNothingTwice() {
    count(tenant, 5);
    var id = id(listen(tenant.member(), null));

    assertThat(text(listen(tenant.member(), id))).isEqualTo("retry: 2000\n\n");
    count(tenant, 4);
    var next = listen(tenant.member(), id);
    assertThat(id(next)).isNotEqualTo(id);
    assertThat(JsonPath.<Integer>read(data(next), "$.total.totalFeedback")).isEqualTo(2);
    // What is behind tells no news to who is ahead.
    assertThat(text(listen(tenant.member(), id(next)))).isEqualTo("retry: 2000\n\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1-1", "9999999999999999-1-1", "1795305600-1-1-1", "{}", "  "})
  void takesAnIdThatIsNoneForNone(String id) {
    assertThat(text(listen(tenant.member(), id))).contains("event: figures");
  }

  @Test
  void beginsAnotherDayByTheTenantsClocks() {
    var id = id(listen(tenant.member(), null));

    storage
        .tenants()
        .change(
            tenant.id(),
            new TenantChange.Configure(ZoneId.of("Asia/Tokyo"), null),
            Actor.platform());
    directory.renew();

    var tomorrow = data(listen(tenant.member(), id));
    assertThat(JsonPath.<String>read(tomorrow, "$.today.filter.from"))
        .isEqualTo("2026-11-22T15:00:00Z");
  }

  @Test
  void tellsATenantItsOwnFiguresOnly() {
    var other = TestTenant.in(storage);
    count(other, 1);

    assertThat(JsonPath.<Integer>read(data(listen(tenant.member(), null)), "$.total.totalFeedback"))
        .isZero();
    assertThat(JsonPath.<Integer>read(data(listen(other.member(), null)), "$.total.totalFeedback"))
        .isEqualTo(1);
    var named =
        api.get()
            .uri("/analytics/live")
            .header("Authorization", bearer(tenant.member()))
            .header("X-Tenant-Id", other.id().value());
    assertThat(named.exchange()).hasStatus(403);
  }

  @Test
  void opensNoStreamForAHeadAndTellsWhoWantsJsonWhatThereIs() {
    var head = api.head().uri("/analytics/live").header("Authorization", bearer(tenant.member()));
    assertThat(head.exchange()).hasStatus(200).hasHeader("Content-Type", "text/event-stream");
    assertThat(text(head.exchange())).isEmpty();

    var json =
        api.get()
            .uri("/analytics/live")
            .header("Authorization", bearer(tenant.member()))
            .header("Accept", "application/json");
    assertThat(json.exchange())
        .hasStatus(406)
        .bodyJson()
        .extractingPath("$.detail")
        .asString()
        .contains("text/event-stream");
  }

  private MvcTestResult listen(UserId user, String lastEventId) {
    var request = api.get().uri("/analytics/live").header("Authorization", bearer(user));
    return (lastEventId == null ? request : request.header("Last-Event-ID", lastEventId))
        .exchange();
  }

  private String bearer(UserId user) {
    return "Bearer " + issuer.tokenFor(user);
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static String line(MvcTestResult answer, String name) {
    return text(answer)
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow();
  }

  private static String id(MvcTestResult answer) {
    return line(answer, "id");
  }

  private static String data(MvcTestResult answer) {
    return line(answer, "data");
  }

  private void count(TestTenant of, int rating) {
    var feedback = TestObjects.feedback(of.site().id(), rating, Sentiment.POSITIVE, Status.NEW);
    var created = new FeedbackChange.Created(of.id(), feedback);
    storage.counters().count(of.id(), List.of(created.event(UUID.randomUUID().toString(), null)));
  }
}
