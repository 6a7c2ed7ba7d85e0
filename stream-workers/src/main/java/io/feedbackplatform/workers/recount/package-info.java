/** Makes counters fit the feedback that they count. */
@NullMarked
package io.feedbackplatform.workers.recount;

import org.jspecify.annotations.NullMarked;
