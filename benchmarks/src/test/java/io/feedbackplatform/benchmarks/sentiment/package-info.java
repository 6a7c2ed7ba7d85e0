@NullMarked
package io.feedbackplatform.benchmarks.sentiment;

import org.jspecify.annotations.NullMarked;
