package io.feedbackplatform.api.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feedbackplatform.api.snapstart.SnapshotPart;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.sentiment.LexiconSentimentAnalyzer;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A made-up submission, read and answered without being kept. */
@Component
class SampleSubmission implements SnapshotPart {

  private static final byte[] BODY =
      "{\"rating\": 5, \"message\": \"Great shop.\", \"metadata\": {\"plan\": \"pro\"}}"
          .getBytes(UTF_8);

  private final JsonMapper json;

  SampleSubmission(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void prime() {
    var submission = json.readValue(BODY, SubmitFeedbackRequest.class).submission();
    var sentiment =
        LexiconSentimentAnalyzer.english().analyze(submission.message(), submission.rating());
    var feedback =
        new Feedback(
            FeedbackId.next(),
            SiteId.random(),
            submission,
            sentiment,
            Status.NEW,
            SpamScore.NONE,
            Instant.EPOCH,
            null);
    json.writeValueAsBytes(SubmitFeedbackResponse.of(feedback));
  }

  @Override
  public boolean isPrimedAtStart() {
    return true;
  }
}
