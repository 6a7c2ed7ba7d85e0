/** Lets only sound builds through, and finds out which versions prove good. */
@NullMarked
package io.feedbackplatform.ops.release;

import org.jspecify.annotations.NullMarked;
