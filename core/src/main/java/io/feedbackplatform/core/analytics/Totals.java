package io.feedbackplatform.core.analytics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in all, and when that last changed.
 *
 * @param updatedAt absent when nothing was ever counted
 */
public record Totals(Counts counts, @Nullable Instant updatedAt) {}
