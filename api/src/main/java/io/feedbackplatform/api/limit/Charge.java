package io.feedbackplatform.api.limit;

import io.feedbackplatform.core.limit.BucketId;
import io.feedbackplatform.core.limit.Rate;

/**
 * A bucket that a request takes from.
 *
 * @param policy what callers know the limit by: it names nobody
 */
record Charge(String policy, BucketId bucket, Rate rate) {}
