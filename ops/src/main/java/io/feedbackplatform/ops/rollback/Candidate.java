package io.feedbackplatform.ops.rollback;

import io.feedbackplatform.ops.function.PublishedVersion;
import org.jspecify.annotations.Nullable;

/**
 * A version to go back to.
 *
 * @param codeSha256 that it proved good with; null for one that is not known to be good, but serves
 *     most requests already
 */
record Candidate(PublishedVersion version, @Nullable String codeSha256) {}
