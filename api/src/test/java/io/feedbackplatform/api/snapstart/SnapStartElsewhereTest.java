package io.feedbackplatform.api.snapstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Where no snapshot is ever made, nobody learns that there could be one. */
@ApiTest
class SnapStartElsewhereTest {

  @Autowired MockMvcTester api;

  @ParameterizedTest
  @CsvSource({
    "POST, before-checkpoint",
    "POST, after-restore",
    "GET, before-checkpoint",
    "OPTIONS, after-restore"
  })
  void answersTheHooksLikeAnyUnknownAddress(String method, String hook) {
    var answer = api.method(HttpMethod.valueOf(method)).uri("/snapstart/" + hook).exchange();
    var unknown = api.method(HttpMethod.valueOf(method)).uri("/snapstart/unknown").exchange();

    assertThat(answer).hasStatus(404);
    assertThat(withoutId(answer.getResponse().getContentAsByteArray()))
        .isEqualTo(withoutId(unknown.getResponse().getContentAsByteArray()))
        .contains("not_found");
    assertThat(answer.getResponse().getHeaderNames())
        .containsExactlyInAnyOrderElementsOf(unknown.getResponse().getHeaderNames());
  }

  private static String withoutId(byte[] body) {
    return new String(body, java.nio.charset.StandardCharsets.UTF_8)
        .replaceAll("\"requestId\":\"[^\"]*\"", "");
  }
}
