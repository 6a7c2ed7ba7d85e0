/** The alarms that speak for the function. */
@NullMarked
package io.feedbackplatform.ops.alarm;

import org.jspecify.annotations.NullMarked;
