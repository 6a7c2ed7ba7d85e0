package io.feedbackplatform.core.limit;

import java.time.Duration;

/**
 * What a plan allows.
 *
 * @param tenant how often a tenant's team may ask, and its partners, and its pages
 * @param key how often may be asked with one API key
 * @param monthlyFeedback how much feedback of a calendar month (UTC) is within the plan
 * @param seats members and open invitations
 */
public record PlanLimits(Rate tenant, Rate key, long monthlyFeedback, int seats) {

  /** With a key and its tenant each, this makes one write of ten requests. */
  private static final int LEAST_UNSETTLED = 20;

  private static final int MOST_UNSETTLED = 100;

  public PlanLimits {
    if (monthlyFeedback < 1 || seats < 1) {
      throw new IllegalArgumentException("a plan has room for feedback and for somebody");
    }
  }

  static Rate perSecond(int requests, int burst) {
    int unsettled = Math.min(burst, Math.clamp(burst / 5, LEAST_UNSETTLED, MOST_UNSETTLED));
    return new Rate(requests, Duration.ofSeconds(1), burst, unsettled);
  }
}
