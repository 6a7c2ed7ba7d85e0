/** Work that a visitor's browser shows before feedback is taken, in the format of ALTCHA. */
@NullMarked
package io.feedbackplatform.core.proof;

import org.jspecify.annotations.NullMarked;
