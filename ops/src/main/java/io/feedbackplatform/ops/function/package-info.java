/** The function that is watched over: its versions, its alias, and calls to it. */
@NullMarked
package io.feedbackplatform.ops.function;

import org.jspecify.annotations.NullMarked;
