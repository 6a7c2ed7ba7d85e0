@NullMarked
package io.feedbackplatform.benchmarks.count;

import org.jspecify.annotations.NullMarked;
