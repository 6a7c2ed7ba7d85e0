package io.feedbackplatform.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What pages say of forms that were opened, and the response rate that comes of it. */
@ApiTest
class OpenedFormTest {

  private static final CounterKey TOTAL = new CounterKey(new Scope.Tenant(), new Bucket.Total());

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
  void areKeptForTheTenantOfTheSite() {
    var answer = open(tenant, tenant.origin());

    assertThat(answer).hasStatus(204).hasHeader("Access-Control-Allow-Origin", tenant.origin());
    assertThat(answer).body().isEmpty();
    assertThat(stored(tenant).opened()).isEqualTo(1);
    assertThat(stored(tenant).total()).isZero();
    assertThat(stored(other)).isEqualTo(Counts.ZERO);
    assertThat(storage.feedback().list(tenant.id(), 10, null).items()).isEmpty();
  }

  @Test
  void areOnlyCountedFromPagesOfTheSite() {
    assertThat(open(tenant, other.origin())).hasStatus(403);
    assertThat(stored(tenant)).isEqualTo(Counts.ZERO);
  }

  @Test
  void mayBeToldByPagesOfOtherOrigins() {
    assertThat(
            api.options()
                .uri("/feedback/opened")
                .header("Origin", tenant.origin())
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "x-site-key")
                .exchange())
        .hasStatus(204)
        .hasHeader("Access-Control-Allow-Origin", tenant.origin());
  }

  @Test
  void giveTheRateOfWhatCameByThem() {
    for (int i = 0; i < 4; i++) {
      open(tenant, tenant.origin());
    }
    submit("{\"rating\": 5, \"check\": {\"openForMs\": 9000, \"openingCounted\": true}}");
    // By forms of which nobody was told, as many as there may be.
    for (int i = 0; i < 9; i++) {
      submit("{\"rating\": 4, \"check\": {\"openForMs\": 9000}}");
    }
    countAll();

    var answer =
        api.get()
            .uri("/analytics")
            .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
            .exchange();

    assertThat(answer).bodyJson().extractingPath("$.totalFeedback").isEqualTo(10);
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.scores.responseRate")
        .isEqualTo(Map.of("value", 25.0, "n", 4, "low", 4.6, "high", 69.9));
  }

  @Test
  void giveNoRateWhereOnlyOldWidgetsAre() {
    submit("{\"rating\": 5}");

    assertThat(stored(tenant).sent()).isZero();
  }

  @Test
  void areNoneOfSpam() {
    submit("{\"rating\": 5, \"check\": {\"trap\": \"x\", \"openingCounted\": true}}");

    assertThat(stored(tenant)).isEqualTo(Counts.ZERO);
  }

  private MvcTestResult open(TestTenant of, String origin) {
    return api.post()
        .uri("/feedback/opened")
        .header("X-Site-Key", of.key().value())
        .header("Origin", origin)
        .exchange();
  }

  private void submit(String body) {
    assertThat(
            api.post()
                .uri("/feedback")
                .header("X-Site-Key", tenant.key().value())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange())
        .hasStatus(201);
  }

  private Counts stored(TestTenant of) {
    return storage
        .recounts()
        .recount(of.id(), () -> true)
        .counts()
        .getOrDefault(TOTAL, Counts.ZERO);
  }

  /** As the aggregator would. */
  private void countAll() {
    var counted = List.of(CounterChange.counted(TOTAL, stored(tenant)));
    storage
        .counters()
        .count(tenant.id(), List.of(new CountedEvent(UUID.randomUUID().toString(), null, counted)));
  }
}
