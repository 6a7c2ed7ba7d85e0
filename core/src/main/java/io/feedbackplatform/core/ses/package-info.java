/** Mail by Amazon SES. */
@NullMarked
package io.feedbackplatform.core.ses;

import org.jspecify.annotations.NullMarked;
