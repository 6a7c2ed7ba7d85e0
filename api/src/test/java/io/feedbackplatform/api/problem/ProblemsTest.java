package io.feedbackplatform.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.core.DomainException;
import jakarta.servlet.ServletException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@ApiTest
class ProblemsTest {

  @Autowired Problems problems;

  @Test
  void tellUnknownFailuresWithFixedWords() throws Exception {
    var answers =
        List.of(
            answer(new IllegalStateException("secret-1")),
            answer(new ServletException("secret-2", new NullPointerException("secret-3"))),
            answer(new StackOverflowError("secret-4")));

    for (var answer : answers) {
      assertThat(answer.getStatus()).isEqualTo(500);
      assertThat(answer.getContentAsString()).doesNotContain("secret").contains("internal_error");
    }
  }

  static List<Throwable> passing() {
    return List.of(
        SdkClientException.create("secret: connection refused"),
        aws(400, "ProvisionedThroughputExceededException"),
        aws(400, "ThrottlingException"),
        aws(500, "InternalServerError"),
        aws(503, "ServiceUnavailable"),
        canceled("None", "ThrottlingError"),
        canceled("TransactionConflict", "None"),
        new RuntimeException("wrapped", SdkClientException.create("secret")),
        new AuthenticationServiceException("secret: no keys"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void askToComeBackAfterFailuresThatPass(Throwable failure) throws Exception {
    var answer = answer(failure);

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
    assertThat(answer.getContentAsString())
        .doesNotContain("secret")
        .contains("service_unavailable");
  }

  @Test
  void takeAFaultyCallOfOursForOurFailure() throws Exception {
    assertThat(answer(aws(400, "ValidationException")).getStatus()).isEqualTo(500);
    assertThat(answer(aws(400, "AccessDeniedException")).getStatus()).isEqualTo(500);
    assertThat(answer(canceled("ValidationError", "None")).getStatus()).isEqualTo(500);
  }

  @Test
  void askToComeBackWhileTheSameRequestIsInProgress() throws Exception {
    var answer = answer(new DomainException.IdempotencyInProgress());

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
    assertThat(answer.getContentAsString()).contains("idempotency_in_progress");
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void haveOneShape(ProblemCode code) throws Exception {
    var answer = answer(new ProblemException(code, "Do this instead."));

    var body = answer.getContentAsString();
    assertThat(answer.getStatus()).isEqualTo(code.status()).isBetween(400, 599);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(JsonPath.<java.util.Map<String, Object>>read(body, "$").keySet())
        .containsExactly("type", "title", "status", "detail", "code", "requestId");
    assertThat(JsonPath.<String>read(body, "$.type"))
        .matches("https://feedbackplatform\\.io/problems/[a-z-]+");
    assertThat(JsonPath.<String>read(body, "$.requestId"))
        .isEqualTo(answer.getHeader("X-Request-Id"));
  }

  @Test
  void areToldApartByTheirWords() {
    assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::word)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::title)).doesNotHaveDuplicates();
  }

  @Test
  void areNotAddedToAnAnswerThatHasBegun() throws Exception {
    var response = new MockHttpServletResponse();
    response.getWriter().print("half");
    response.flushBuffer();

    var request = new MockHttpServletRequest();

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> problems.answer(new IllegalStateException(), request, response))
          .isInstanceOf(BrokenOff.class);
    }
    assertThat(response.getContentAsString()).isEqualTo("half");
  }

  private static AwsServiceException aws(int status, String code) {
    return AwsServiceException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("secret").build())
        .build();
  }

  private MockHttpServletResponse answer(Throwable failure) throws Exception {
    var response = new MockHttpServletResponse();
    problems.answer(failure, new MockHttpServletRequest(), response);
    return response;
  }

  private static TransactionCanceledException canceled(String... codes) {
    return TransactionCanceledException.builder()
        .statusCode(400)
        .cancellationReasons(
            Stream.of(codes).map(code -> CancellationReason.builder().code(code).build()).toList())
        .build();
  }
}
