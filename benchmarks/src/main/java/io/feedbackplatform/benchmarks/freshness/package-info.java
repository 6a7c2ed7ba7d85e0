/** How soon after a submission the figures of its tenant tell of it. */
@NullMarked
package io.feedbackplatform.benchmarks.freshness;

import org.jspecify.annotations.NullMarked;
