/** Measures the sentiment analyser on texts that people have rated. */
@NullMarked
package io.feedbackplatform.benchmarks.sentiment;

import org.jspecify.annotations.NullMarked;
