/** Puts a function back on a good version when its alarms go off. */
@NullMarked
package io.feedbackplatform.ops.rollback;

import org.jspecify.annotations.NullMarked;
