/** Ports on Amazon SQS. */
@NullMarked
package io.feedbackplatform.core.sqs;

import org.jspecify.annotations.NullMarked;
