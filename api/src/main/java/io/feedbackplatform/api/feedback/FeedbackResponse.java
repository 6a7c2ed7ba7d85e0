package io.feedbackplatform.api.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.spam.SpamScore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of feedback as the team sees it; what was not sent is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Feedback")
record FeedbackResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String feedbackId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String siteId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String siteName,
    @Schema(minimum = "1", maximum = "5") @Nullable Integer rating,
    @Schema(minimum = "0", maximum = "10") @Nullable Integer nps,
    @Schema(minimum = "1", maximum = "7") @Nullable Integer ces,
    @Nullable String message,
    @Nullable String name,
    @Nullable String email,
    @Nullable String category,
    @Nullable String page,
    @Nullable String locale,
    Map<String, String> metadata,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"positive", "neutral", "negative"})
        String sentiment,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            minimum = "-1",
            maximum = "1",
            description =
                "With four decimals at most; 0 for feedback that was given a label alone.")
        double sentimentScore,
    @Schema(description = "The words that decided, strongest first, at most 10.")
        List<String> sentimentWords,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"lexicon", "comprehend", "person"},
            description = "Who judged: what a person says stands before what a program says.")
        String sentimentSource,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"new", "open", "in_progress", "resolved", "spam", "archived"})
        String status,
    @Schema(description = "The team's words for it, in order, at most 20.") List<String> tags,
    @Nullable Spam spam,
    @Schema(
            description =
                "True when it is beyond its month's quota: it is kept like any other. Absent otherwise.")
        @Nullable Boolean overQuota,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant createdAt) {

  /** Why it looked like spam when it came; absent when it did not. */
  @Schema(name = "FeedbackSpam")
  record Spam(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              minimum = "1",
              maximum = "100",
              description = "With 50 and more it was kept as spam.")
          int score,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<String> reasons) {

    private static @Nullable Spam of(SpamScore found) {
      return found.score() == 0 ? null : new Spam(found.score(), found.reasons());
    }
  }

  static FeedbackResponse of(Feedback feedback, String siteName) {
    var sent = feedback.submission();
    var assessment = feedback.assessment();
    return new FeedbackResponse(
        feedback.id().value(),
        feedback.site().value(),
        siteName,
        sent.rating(),
        sent.nps(),
        sent.ces(),
        sent.message(),
        sent.name(),
        sent.email(),
        sent.category(),
        sent.page(),
        sent.locale(),
        sent.metadata(),
        word(assessment.label()),
        assessment.score(),
        assessment.words(),
        word(assessment.source()),
        word(feedback.status()),
        List.copyOf(feedback.tags()),
        Spam.of(feedback.spam()),
        feedback.overQuota() ? true : null,
        feedback.createdAt());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
