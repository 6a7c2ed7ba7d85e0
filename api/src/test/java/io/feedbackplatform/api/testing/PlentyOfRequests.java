package io.feedbackplatform.api.testing;

/**
 * For tests of something else: so many requests and seats that no test meets a limit by surprise.
 */
public final class PlentyOfRequests {

  /** The value of {@code FEEDBACK_PLANS}. */
  public static final String PLANS =
      "all.requests-per-second=100000,all.burst=1000000"
          + ",all.key-requests-per-second=100000,all.key-burst=1000000"
          + ",all.seats=1000"
          + ",address.requests-per-minute=1000000,address.burst=1000000"
          + ",address.reads-per-minute=1000000,address.reads-burst=1000000"
          + ",person.requests-per-minute=1000000,person.burst=1000000";

  private PlentyOfRequests() {}
}
