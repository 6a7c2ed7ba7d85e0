package io.feedbackplatform.ops.record;

import io.feedbackplatform.ops.function.PublishedVersion;
import java.time.Instant;

/**
 * A version that has proven good: it served everybody through its bake time without an alarm.
 *
 * @param codeSha256 of the code that did so
 */
public record KnownGood(PublishedVersion version, String codeSha256, Instant markedAt) {}
