package io.feedbackplatform.core.quota;

import java.time.Instant;

/**
 * That so much of a month's quota was reached.
 *
 * @param percent one of {@link Usage#NOTICED}
 */
public record Notice(int percent, Instant at) {}
