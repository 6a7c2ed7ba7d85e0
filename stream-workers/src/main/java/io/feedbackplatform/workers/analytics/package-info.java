/** Keeps the counters of analytics in step with feedback. */
@NullMarked
package io.feedbackplatform.workers.analytics;

import org.jspecify.annotations.NullMarked;
