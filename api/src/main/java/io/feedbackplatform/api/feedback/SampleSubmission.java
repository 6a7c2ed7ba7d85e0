package io.feedbackplatform.api.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feedbackplatform.api.snapstart.SnapshotPart;
import io.feedbackplatform.core.feedback.Arrival;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.sentiment.LexiconSentimentAnalyzer;
import io.feedbackplatform.core.sentiment.Mood;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
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
    var assessment =
        new LexiconSentimentAnalyzer().analyze(submission.message(), submission.rating(), null);
    var feedback =
        new Feedback(
            FeedbackId.next(),
            SiteId.random(),
            submission,
            new Arrival(Instant.EPOCH, ZoneOffset.UTC, null, SpamScore.NONE, false),
            Mood.of(assessment),
            Status.NEW,
            Set.of());
    json.writeValueAsBytes(SubmitFeedbackResponse.of(feedback));
  }

  @Override
  public boolean isPrimedAtStart() {
    return true;
  }
}
