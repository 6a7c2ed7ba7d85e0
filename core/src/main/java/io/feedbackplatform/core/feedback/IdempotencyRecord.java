package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.site.SiteId;
import java.time.Instant;

/**
 * The promise to answer a repeated request as the first time.
 *
 * @param site the site whose key named the request: two sites may use the same name
 * @param fingerprint digest of the content, to tell a repetition from another request under the
 *     same name
 * @param expiresAt until when the promise holds
 */
public record IdempotencyRecord(
    SiteId site, IdempotencyKey key, String fingerprint, Instant expiresAt) {}
