/** Removes tenants whose grace is over. */
@NullMarked
package io.feedbackplatform.workers.removal;

import org.jspecify.annotations.NullMarked;
