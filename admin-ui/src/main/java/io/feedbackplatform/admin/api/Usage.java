package io.feedbackplatform.admin.api;

import java.util.Objects;

/** What the tenant's plan allows, and what is used of it. */
public record Usage(String plan, Limits limits, Month feedback, Seats seats) {

  public Usage {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(feedback, "feedback");
    Objects.requireNonNull(seats, "seats");
  }

  /** How often may be asked: in the long run, and at once. */
  public record Limits(
      long requestsPerSecond, long burst, long keyRequestsPerSecond, long keyBurst) {}

  /**
   * Feedback of a calendar month, by the tenant's clocks.
   *
   * @param month as in 2026-11
   */
  public record Month(String month, long used, long quota) {}

  /** Members and open invitations take a seat each. */
  public record Seats(int used, int limit) {}
}
