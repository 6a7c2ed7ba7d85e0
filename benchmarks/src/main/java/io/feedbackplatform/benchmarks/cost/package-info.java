/** What the platform costs on AWS, from what it consumes and what AWS asks for that. */
@NullMarked
package io.feedbackplatform.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
