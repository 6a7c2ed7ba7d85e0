package io.feedbackplatform.core.limit;

import java.time.Duration;

/**
 * What a bucket says to a request.
 *
 * @param remaining how many more requests it would let through at this moment, as far as this
 *     process knows
 * @param reset after how long it is full again if nobody asks
 * @param retryAfter after how long it lets the next request through; zero when it would do so now
 */
public record Verdict(boolean isAllowed, long remaining, Duration reset, Duration retryAfter) {}
