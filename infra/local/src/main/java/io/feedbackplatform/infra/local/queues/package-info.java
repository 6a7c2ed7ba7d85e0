/** Brings messages of queues to functions as Lambda would. */
@NullMarked
package io.feedbackplatform.infra.local.queues;

import org.jspecify.annotations.NullMarked;
