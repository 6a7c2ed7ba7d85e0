package io.feedbackplatform.api.feedback;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.feedbackplatform.api.request.Json;
import org.junit.jupiter.api.Test;

class SampleSubmissionTest {

  @Test
  void isOneThatTheApiWouldTake() {
    assertThatCode(new SampleSubmission(Json.mapper())::prime).doesNotThrowAnyException();
  }
}
