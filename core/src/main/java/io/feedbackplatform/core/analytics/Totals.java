package io.feedbackplatform.core.analytics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in all, and when that last changed.
 *
 * @param updatedAt absent while nothing has changed the counts: nothing was counted, or only what
 *     took back itself
 */
public record Totals(Counts counts, @Nullable Instant updatedAt) {}
