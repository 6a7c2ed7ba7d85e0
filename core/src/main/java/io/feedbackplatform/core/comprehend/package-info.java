/** Ports on Amazon Comprehend. */
@NullMarked
package io.feedbackplatform.core.comprehend;

import org.jspecify.annotations.NullMarked;
