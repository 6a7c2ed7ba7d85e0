package io.feedbackplatform.api.usage;

import io.feedbackplatform.core.limit.PlanLimits;
import io.feedbackplatform.core.quota.Notice;
import io.feedbackplatform.core.quota.Usage;
import io.feedbackplatform.core.tenant.Plan;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What the plan allows, and what is used of it. */
@Schema(name = "Usage")
record UsageResponse(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"free", "pro", "enterprise"})
        String plan,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Limits limits,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) MonthOfFeedback feedback,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Seats seats,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "The shares of this month's quota that were reached, in percent.")
        List<QuotaNotice> notices) {

  /** How often may be asked: in the long run, and at once. */
  @Schema(name = "RequestLimits")
  record Limits(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "Of the team, of all partners and of all pages each.")
          long requestsPerSecond,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long burst,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "With one API key.")
          long keyRequestsPerSecond,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long keyBurst) {}

  /** This calendar month, by the tenant's clocks. */
  @Schema(name = "FeedbackUsage")
  record MonthOfFeedback(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "By the tenant's time zone.",
              example = "2026-11")
          String month,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "What was submitted this month and is not spam.")
          long used,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "What comes beyond is kept, and marked overQuota.")
          long quota,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long percentage) {}

  /** Members and open invitations take a seat each. */
  @Schema(name = "SeatUsage")
  record Seats(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int used,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int limit) {}

  /** That a share of the quota was reached. */
  @Schema(name = "QuotaNotice")
  record QuotaNotice(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"80", "100"})
          int percentage,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant at) {}

  static UsageResponse of(
      Plan plan, PlanLimits limits, Usage usage, int seats, List<Notice> notices) {
    return new UsageResponse(
        plan.name().toLowerCase(Locale.ROOT),
        new Limits(
            limits.tenant().permits(),
            limits.tenant().burst(),
            limits.key().permits(),
            limits.key().burst()),
        new MonthOfFeedback(
            usage.month().toString(), usage.feedback(), usage.quota(), usage.percent()),
        new Seats(seats, limits.seats()),
        notices.stream().map(notice -> new QuotaNotice(notice.percent(), notice.at())).toList());
  }
}
