/** What happened to a piece of feedback, as its stream tells it. */
@NullMarked
package io.feedbackplatform.core.change;

import org.jspecify.annotations.NullMarked;
