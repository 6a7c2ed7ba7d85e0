package io.feedbackplatform.api.limit;

import io.feedbackplatform.core.limit.LocalRateLimiter;
import io.feedbackplatform.core.member.UserId;

/** Keeps people who act for no tenant to a rate, so that asking for foreign ones has an end. */
public final class PersonLimit {

  private final LocalRateLimiter<UserId> limiter;

  PersonLimit(LocalRateLimiter<UserId> limiter) {
    this.limiter = limiter;
  }

  /**
   * @throws io.feedbackplatform.api.problem.ProblemException when the person asked too often
   */
  public void take(UserId person) {
    var verdict = limiter.take(person);
    if (!verdict.isAllowed()) {
      throw LimitFilter.refusal(RateLimitFields.seconds(verdict.retryAfter()));
    }
  }
}
