/** Counters over feedback, kept exact by a ledger of the events that were counted. */
@NullMarked
package io.feedbackplatform.core.analytics;

import org.jspecify.annotations.NullMarked;
