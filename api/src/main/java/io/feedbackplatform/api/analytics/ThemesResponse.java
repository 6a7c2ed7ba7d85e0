package io.feedbackplatform.api.analytics;

import static io.feedbackplatform.api.analytics.EstimateResponse.rounded;

import io.feedbackplatform.core.themes.Trend;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What many visitors speak of, beside the period before. */
@Schema(name = "Themes")
record ThemesResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant from,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Exclusive.") Instant to,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Europe/Berlin") String timeZone,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Previous previous,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Read read,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "What was read of the period before.")
        Read readBefore,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Theme> themes) {

  /** With as many months or days. */
  @Schema(name = "PreviousPeriod", description = "The period before.")
  record Previous(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant from,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Exclusive.")
          Instant to) {}

  /** How much of the period the themes are from. */
  @Schema(name = "ThemesRead", description = "What was read of the period; spam is not among it.")
  record Read(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int feedback,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "How many of it have a message; shares are shares of these.")
          int messages,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description =
                  "Whether that is all there was. Of very much feedback only the newest is read.")
          boolean complete,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "When the oldest was submitted that was read, if it was not all.")
          Instant from) {}

  /** Something that several say. */
  @Schema(name = "Theme")
  record Theme(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "A word or two side by side, in lower case.",
              example = "checkout page")
          String term,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "How many messages have it.")
          int feedback,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "Of all messages that were read, 0 to 1.")
          BigDecimal share,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "How many messages of the period before had it.")
          int before,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) BigDecimal beforeShare,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description =
                  "How much speaks against chance: Dunning's G², 0 and more, whether the share rose or fell.")
          BigDecimal logLikelihood,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"new", "rising", "steady", "falling"},
              description =
                  "New is what nobody said before; rising and falling are beyond 3.84, as chance is in one"
                      + " of 20 terms; else it is steady.")
          String trend,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description =
                  "Beyond 15.13, as chance is in one of 10,000 terms: so many are compared at once.")
          boolean significant,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "The mean of the messages' sentiment scores, -1 to 1.")
          BigDecimal sentimentScore,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "The parameters by which GET /feedback lists these messages.")
          Map<String, String> filter,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "The ids of the newest of them, at most three.")
          List<String> examples) {

    static Theme of(io.feedbackplatform.core.themes.Theme theme, Map<String, String> filter) {
      return new Theme(
          theme.term().text(),
          theme.feedback(),
          rounded(theme.share(), 4),
          theme.before(),
          rounded(theme.beforeShare(), 4),
          rounded(theme.logLikelihood(), 2),
          word(theme.trend()),
          theme.isSignificant(),
          rounded(theme.mood(), ScoresResponse.OF_SENTIMENT),
          filter,
          theme.examples());
    }

    private static String word(Trend trend) {
      return trend.name().toLowerCase(Locale.ROOT);
    }
  }
}
