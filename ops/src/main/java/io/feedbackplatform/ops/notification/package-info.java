/** Tells people. */
@NullMarked
package io.feedbackplatform.ops.notification;

import org.jspecify.annotations.NullMarked;
