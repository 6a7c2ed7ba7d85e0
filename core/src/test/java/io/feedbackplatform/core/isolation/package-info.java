/** Watches that a call for one tenant touches nothing of another, whatever the tables are asked. */
@NullMarked
package io.feedbackplatform.core.isolation;

import org.jspecify.annotations.NullMarked;
