package io.feedbackplatform.ops.record;

import io.feedbackplatform.ops.function.PublishedVersion;
import java.time.Instant;

/**
 * A version that is on its way to prove good.
 *
 * @param revisionId of the alias that points at it alone
 * @param since when it was first seen so, with all alarms quiet
 */
public record Baking(PublishedVersion version, String revisionId, Instant since) {}
