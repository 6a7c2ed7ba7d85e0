/** Compares the counters of a tenant with the feedback that they count, and mends what differs. */
@NullMarked
package io.feedbackplatform.core.recount;

import org.jspecify.annotations.NullMarked;
