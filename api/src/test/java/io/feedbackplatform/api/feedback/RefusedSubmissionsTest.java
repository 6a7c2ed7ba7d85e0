package io.feedbackplatform.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Bodies that are refused: the problem says where and how to mend it, and nothing is stored. */
@ApiTest
class RefusedSubmissionsTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;

  private record Row(String what, byte[] body, int status, String code, String field, String rule) {

    @Override
    public String toString() {
      return what;
    }
  }

  private static Row invalid(String body, String field, String rule) {
    var what = body.length() > 80 ? body.substring(0, 80) + "..." : body;
    return new Row(
        what, body.getBytes(StandardCharsets.UTF_8), 400, "validation_failed", field, rule);
  }

  private static Row broken(String body) {
    var what = body.length() > 80 ? body.substring(0, 80) + "..." : body;
    return broken(what, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Row broken(String what, byte[] body) {
    return new Row(what, body, 400, "malformed_json", null, null);
  }

  static List<Row> rows() {
    return List.of(
        // no substance
        invalid("{}", "rating", "required"),
        invalid("{\"message\": \"\"}", "rating", "required"),
        invalid("{\"message\": \" \\t\\n \"}", "rating", "required"),
        invalid("{\"rating\": null}", "rating", "required"),
        invalid("{\"name\": \"Ada\"}", "rating", "required"),
        // not an object
        invalid("null", "body", "invalid_type"),
        invalid("[]", "body", "invalid_type"),
        invalid("[{\"rating\": 5}]", "body", "invalid_type"),
        invalid("5", "body", "invalid_type"),
        invalid("\"rating\"", "body", "invalid_type"),
        invalid("true", "body", "invalid_type"),
        // rating
        invalid("{\"rating\": 0}", "rating", "out_of_range"),
        invalid("{\"rating\": 6}", "rating", "out_of_range"),
        invalid("{\"rating\": -1}", "rating", "out_of_range"),
        invalid("{\"rating\": 99999999999999999999}", "rating", "out_of_range"),
        invalid("{\"rating\": 4294967301}", "rating", "out_of_range"),
        invalid("{\"rating\": \"5\"}", "rating", "invalid_type"),
        invalid("{\"rating\": 4.5}", "rating", "invalid_type"),
        invalid("{\"rating\": 4.0}", "rating", "invalid_type"),
        invalid("{\"rating\": 5e0}", "rating", "invalid_type"),
        invalid("{\"rating\": true}", "rating", "invalid_type"),
        invalid("{\"rating\": [5]}", "rating", "invalid_type"),
        invalid("{\"rating\": {\"value\": 5}}", "rating", "invalid_type"),
        invalid("{\"rating\": \"\"}", "rating", "invalid_type"),
        // the other scales
        invalid("{\"nps\": -1}", "nps", "out_of_range"),
        invalid("{\"nps\": 11}", "nps", "out_of_range"),
        invalid("{\"nps\": \"9\"}", "nps", "invalid_type"),
        invalid("{\"nps\": null}", "rating", "required"),
        invalid("{\"ces\": 0}", "ces", "out_of_range"),
        invalid("{\"ces\": 8}", "ces", "out_of_range"),
        invalid("{\"ces\": 4.5}", "ces", "invalid_type"),
        // texts
        invalid("{\"message\": 5}", "message", "invalid_type"),
        invalid("{\"message\": true}", "message", "invalid_type"),
        invalid("{\"message\": [\"a\"]}", "message", "invalid_type"),
        invalid("{\"message\": {\"$ne\": null}}", "message", "invalid_type"),
        invalid("{\"message\": \"" + "m".repeat(5_001) + "\"}", "message", "too_long"),
        invalid("{\"message\": \"" + "m".repeat(30_000) + "\"}", "message", "too_long"),
        invalid("{\"message\": \"half \\ud83d\"}", "message", "invalid_text"),
        invalid("{\"rating\": 5, \"name\": \"" + "n".repeat(201) + "\"}", "name", "too_long"),
        invalid("{\"rating\": 5, \"name\": 7}", "name", "invalid_type"),
        invalid(
            "{\"rating\": 5, \"category\": \"" + "c".repeat(51) + "\"}", "category", "too_long"),
        invalid("{\"rating\": 5, \"category\": false}", "category", "invalid_type"),
        // e-mail
        invalid("{\"rating\": 5, \"email\": \"ada\"}", "email", "invalid_email"),
        invalid("{\"rating\": 5, \"email\": \"ada@\"}", "email", "invalid_email"),
        invalid("{\"rating\": 5, \"email\": \"@example.com\"}", "email", "invalid_email"),
        invalid("{\"rating\": 5, \"email\": \"a b@example.com\"}", "email", "invalid_email"),
        invalid(
            "{\"rating\": 5, \"email\": \"a@example.com\\nBcc: x@y.z\"}", "email", "invalid_email"),
        invalid(
            "{\"rating\": 5, \"email\": \"" + "a".repeat(250) + "@b.example\"}",
            "email",
            "too_long"),
        invalid("{\"rating\": 5, \"email\": 1}", "email", "invalid_type"),
        // page
        invalid("{\"rating\": 5, \"page\": \"/cart\"}", "page", "invalid_url"),
        invalid("{\"rating\": 5, \"page\": \"javascript:alert(1)\"}", "page", "invalid_url"),
        invalid("{\"rating\": 5, \"page\": \"ftp://shop.example/\"}", "page", "invalid_url"),
        invalid("{\"rating\": 5, \"page\": \"https://\"}", "page", "invalid_url"),
        invalid(
            "{\"rating\": 5, \"page\": \"https://x.example/" + "p".repeat(2_048) + "\"}",
            "page",
            "too_long"),
        // locale
        invalid("{\"rating\": 5, \"locale\": \"not a tag\"}", "locale", "invalid_locale"),
        invalid("{\"rating\": 5, \"locale\": \"" + "x".repeat(36) + "\"}", "locale", "too_long"),
        invalid("{\"rating\": 5, \"locale\": 49}", "locale", "invalid_type"),
        // metadata
        invalid("{\"rating\": 5, \"metadata\": []}", "metadata", "invalid_type"),
        invalid("{\"rating\": 5, \"metadata\": \"a\"}", "metadata", "invalid_type"),
        invalid("{\"rating\": 5, \"metadata\": {\"a\": null}}", "metadata.a", "invalid_type"),
        invalid("{\"rating\": 5, \"metadata\": {\"a\": {}}}", "metadata.a", "invalid_type"),
        invalid("{\"rating\": 5, \"metadata\": {\"a\": []}}", "metadata.a", "invalid_type"),
        invalid("{\"rating\": 5, \"metadata\": {\"\": \"x\"}}", "metadata", "invalid_key"),
        invalid(
            "{\"rating\": 5, \"metadata\": {\"" + "k".repeat(51) + "\": 1}}",
            "metadata",
            "invalid_key"),
        invalid(
            "{\"rating\": 5, \"metadata\": {\"a\": \"" + "v".repeat(501) + "\"}}",
            "metadata.a",
            "too_long"),
        invalid("{\"rating\": 5, \"metadata\": {" + entries(21) + "}}", "metadata", "too_many"),
        // site
        invalid(
            "{\"rating\": 5, \"siteId\": \"00000000000000000000000000\"}", "siteId", "wrong_site"),
        invalid("{\"rating\": 5, \"siteId\": \"\"}", "siteId", "wrong_site"),
        invalid("{\"rating\": 5, \"siteId\": 5}", "siteId", "invalid_type"),
        // unknown fields
        invalid("{\"rating\": 5, \"stars\": 5}", "stars", "unknown_field"),
        invalid("{\"rating\": 5, \"Rating\": 5}", "Rating", "unknown_field"),
        invalid("{\"rating\": 5, \"tenantId\": \"x\"}", "tenantId", "unknown_field"),
        invalid("{\"rating\": 5, \"status\": \"resolved\"}", "status", "unknown_field"),
        invalid("{\"rating\": 5, \"sentiment\": \"positive\"}", "sentiment", "unknown_field"),
        invalid("{\"rating\": 5, \"feedbackId\": \"x\"}", "feedbackId", "unknown_field"),
        invalid("{\"rating\": 5, \"__proto__\": {}}", "__proto__", "unknown_field"),
        invalid("{\"rating\": 5, \"" + "u".repeat(900) + "\": 1}", "u".repeat(50), "unknown_field"),
        // broken JSON
        broken(""),
        broken("   "),
        broken("{"),
        broken("{\"rating\": }"),
        broken("{\"rating\": 5"),
        broken("{\"rating\": 5,}"),
        broken("{'rating': 5}"),
        broken("{rating: 5}"),
        broken("{\"rating\": 05}"),
        broken("{\"rating\": +5}"),
        broken("{\"rating\": 0x5}"),
        broken("{\"rating\": NaN}"),
        broken("{\"rating\": Infinity}"),
        broken("{\"rating\": 5} {\"rating\": 4}"),
        broken("{\"rating\": 5}]"),
        broken("{\"rating\": 5} x"),
        broken("{\"rating\": 5, \"rating\": 4}"),
        broken("{\"rating\": 5, \"metadata\": {\"a\": 1, \"a\": 2}}"),
        broken("{\"rating\": 5} // comment"),
        broken("{\"message\": \"line\nbreak\"}"),
        broken("{\"message\": \"\\x\"}"),
        broken("{\"rating\": " + "9".repeat(1_000) + "}"),
        broken("{\"rating\": 1e2147483648}"),
        broken("{\"rating\": 5, \"metadata\": {\"n\": 1e99999999999999999999}}"),
        broken("{\"metadata\": " + "[".repeat(1_000) + "]".repeat(1_000) + "}"),
        broken("{\"" + "k".repeat(2_000) + "\": 1}"),
        broken("{\"metadata\": {" + entries(6_000) + "}}"),
        broken("rating=5&message=hello"),
        broken("<feedback/>"),
        broken(
            "invalid UTF-8", new byte[] {'{', '"', 'm', '"', ':', '"', (byte) 0xC3, '(', '"', '}'}),
        broken(
            "overlong UTF-8",
            new byte[] {'{', '"', 'm', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'}),
        broken("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0}),
        broken("zeros", new byte[64]));
  }

  private static String entries(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> "\"k%d\":1".formatted(n))
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void areToldHowToMendThem(Row row) throws Exception {
    var tenant = TestTenant.in(storage);

    var answer =
        api.post()
            .uri("/feedback")
            .header("X-Site-Key", tenant.key().value())
            .header("Content-Type", "application/json")
            .content(row.body())
            .exchange();

    assertThat(answer)
        .hasStatus(row.status())
        .hasContentType("application/problem+json;charset=UTF-8")
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo(row.code());
    var body = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    assertThat(JsonPath.<String>read(body, "$.detail")).isNotBlank();
    assertThat(JsonPath.<String>read(body, "$.requestId"))
        .isEqualTo(answer.getResponse().getHeader("X-Request-Id"));
    assertThat(JsonPath.<String>read(body, "$.type"))
        .isEqualTo("https://feedbackplatform.io/problems/" + row.code().replace('_', '-'));
    if (row.field() != null) {
      assertThat(
              JsonPath.<List<String>>read(
                  body, "$.errors[?(@.code == '" + row.rule() + "')].field"))
          .contains(row.field());
      assertThat(JsonPath.<List<String>>read(body, "$.errors[*].message"))
          .allSatisfy(message -> assertThat(message).isNotBlank());
    }
    assertThat(body).doesNotContain("Exception", "tools.jackson", "springframework");
    assertThat(storage.feedback().list(tenant.id(), 10, null).items()).isEmpty();
  }

  @Test
  void areToldEverythingAtOnce() {
    var tenant = TestTenant.in(storage);

    assertThat(
            api.post()
                .uri("/feedback")
                .header("X-Site-Key", tenant.key().value())
                .header("Content-Type", "application/json")
                .content("{\"rating\": \"5\", \"email\": \"x\", \"page\": 1, \"colour\": \"red\"}"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[*].field")
        .asArray()
        .containsExactlyInAnyOrder("rating", "page", "colour", "email");
  }

  @Test
  void areNotMistakenForGoodOnes() {
    var tenant = TestTenant.in(storage);

    assertThat(
            api.post()
                .uri("/feedback")
                .header("X-Site-Key", tenant.key().value())
                .header("Content-Type", "application/json")
                .content("{\"message\": \"" + "😀".repeat(5_000) + "\"}"))
        .hasStatus(201);
  }
}
