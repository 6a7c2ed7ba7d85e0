/** How soon the API serves after a cold start, beside the same build started plainly. */
@NullMarked
package io.feedbackplatform.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
