/** What counting writes, and how fast it folds. */
@NullMarked
package io.feedbackplatform.benchmarks.count;

import org.jspecify.annotations.NullMarked;
