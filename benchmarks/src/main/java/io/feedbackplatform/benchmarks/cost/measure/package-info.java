/** Measures what the requests of the platform consume, on the jars that ship and DynamoDB Local. */
@NullMarked
package io.feedbackplatform.benchmarks.cost.measure;

import org.jspecify.annotations.NullMarked;
