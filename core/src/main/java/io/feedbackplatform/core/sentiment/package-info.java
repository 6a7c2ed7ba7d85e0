/** Whether a text is happy or not. */
@NullMarked
package io.feedbackplatform.core.sentiment;

import org.jspecify.annotations.NullMarked;
