/** How fast themes are told. */
@NullMarked
package io.feedbackplatform.benchmarks.themes;

import org.jspecify.annotations.NullMarked;
