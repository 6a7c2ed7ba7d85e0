package io.feedbackplatform.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.feedback.Answers;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class SubmitFeedbackTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;

  private TestTenant tenant;

  @BeforeEach
  void openTenant() {
    tenant = TestTenant.in(storage);
  }

  @Test
  void keepsWhatAVisitorSaysAndTellsWhere() throws Exception {
    var answer = post("{\"rating\": 5, \"message\": \"  I love it  \"}", null);

    assertThat(answer)
        .hasStatus(201)
        .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
        .hasHeader("Cache-Control", "no-store")
        .containsHeader("X-Request-Id")
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"status": "new", "sentiment": "positive", "rating": 5, "message": "I love it",
             "siteId": "%s", "createdAt": "2026-11-22T17:30:00Z"}\
            """
                .formatted(tenant.site().id()));
    var stored = storage.feedback().list(tenant.id(), 10, null).items();
    assertThat(stored).hasSize(1);
    assertThat(answer.getResponse().getHeader("Location"))
        .isEqualTo("https://api.example/prod/feedback/" + stored.getFirst().id());
    assertThat(stored.getFirst().submission()).isEqualTo(TestObjects.submission(5, "I love it"));
  }

  @Test
  void echoesOnlyWhatWasSent() {
    assertThat(post("{\"rating\": 3}", null))
        .hasStatus(201)
        .bodyJson()
        .doesNotHavePath("$.message")
        .doesNotHavePath("$.email");
  }

  @Test
  void keepsAnAnswerOnEachScaleByItself() {
    assertThat(post("{\"nps\": 0}", null))
        .hasStatus(201)
        .bodyJson()
        .isLenientlyEqualTo("{\"nps\": 0}");
    assertThat(post("{\"ces\": 7}", null))
        .hasStatus(201)
        .bodyJson()
        .isLenientlyEqualTo("{\"ces\": 7}");

    assertThat(storage.feedback().list(tenant.id(), 2, null).items())
        .extracting(kept -> kept.submission().answers())
        .containsExactly(new Answers(null, null, 7), new Answers(null, 0, null));
  }

  @Test
  void keepsEveryField() {
    assertThat(
            post(
                """
                {"siteId": "%s", "rating": 4, "message": "m", "name": "Ada", "email": "ada@example.com",
                 "category": "c", "page": "https://shop.example/cart?x=1", "locale": "en-GB",
                 "metadata": {"plan": "pro", "seats": 12, "price": 1.50, "trial": false}}\
                """
                    .formatted(tenant.site().id()),
                null))
        .hasStatus(201);
    var kept = storage.feedback().list(tenant.id(), 1, null).items().getFirst().submission();
    assertThat(kept.email()).isEqualTo("ada@example.com");
    assertThat(kept.metadata())
        .containsEntry("plan", "pro")
        .containsEntry("seats", "12")
        .containsEntry("price", "1.50")
        .containsEntry("trial", "false");
  }

  @Test
  void takesNullForAbsent() {
    assertThat(post("{\"rating\": 3, \"message\": null, \"metadata\": null}", null)).hasStatus(201);
  }

  @Test
  void givesTheFirstAnswerAgainForTheSameIdempotencyKey() throws Exception {
    var first = post("{\"rating\": 3}", "key-1");
    var second = post("{\"rating\": 3}", "key-1");

    assertThat(first).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
    assertThat(second).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
    assertThat(second.getResponse().getContentAsString())
        .isEqualTo(first.getResponse().getContentAsString());
    assertThat(second.getResponse().getHeader("Location"))
        .isEqualTo(first.getResponse().getHeader("Location"));
    assertThat(storage.feedback().list(tenant.id(), 10, null).items()).hasSize(1);
  }

  @Test
  void refusesOtherContentUnderAnIdempotencyKey() {
    assertThat(post("{\"rating\": 3}", "key-1")).hasStatus(201);

    assertThat(post("{\"rating\": 4}", "key-1"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("idempotency_key_reused");
  }

  @Test
  void refusesIdempotencyKeysThatAreNone() {
    for (var key : new String[] {"", "a b", "x".repeat(256), "é"}) {
      assertThat(post("{\"rating\": 3}", key))
          .as("key '%s'", key)
          .hasStatus(400)
          .bodyJson()
          .extractingPath("$.code")
          .isEqualTo("invalid_idempotency_key");
    }
    assertThat(storage.feedback().list(tenant.id(), 10, null).items()).isEmpty();
  }

  @Test
  void givesIdsThatSortByTime() throws Exception {
    post("{\"rating\": 1}", null);
    post("{\"rating\": 2}", null);

    var ids = storage.feedback().list(tenant.id(), 10, null).items();
    assertThat(ids).extracting(item -> item.submission().rating()).containsExactly(2, 1);
    assertThat(FeedbackId.parse(ids.getFirst().id().value())).isPresent();
  }

  private MvcTestResult post(String body, String idempotencyKey) {
    var request =
        api.post()
            .uri("/feedback")
            .header("X-Site-Key", tenant.key().value())
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
    return (idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey))
        .exchange();
  }
}
