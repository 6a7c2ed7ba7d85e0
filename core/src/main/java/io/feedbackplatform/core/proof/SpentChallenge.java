package io.feedbackplatform.core.proof;

import io.feedbackplatform.core.site.SiteId;
import java.time.Instant;

/**
 * A challenge of a site that was solved, and is not to be shown again.
 *
 * @param challenge its hash, in hexadecimal digits
 * @param madeAt when it was handed out
 * @param expiresAt from when on it would be refused anyway
 */
public record SpentChallenge(SiteId site, String challenge, Instant madeAt, Instant expiresAt) {}
