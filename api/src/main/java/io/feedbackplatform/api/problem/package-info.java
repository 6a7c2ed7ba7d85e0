/**
 * How every refusal and failure is told: one shape, one closed list of codes, one class that makes
 * it.
 */
@NullMarked
package io.feedbackplatform.api.problem;

import org.jspecify.annotations.NullMarked;
