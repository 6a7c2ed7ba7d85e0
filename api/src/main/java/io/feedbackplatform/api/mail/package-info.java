/** How the API sends mail: by Amazon SES, if it is told as whom. */
@NullMarked
package io.feedbackplatform.api.mail;

import org.jspecify.annotations.NullMarked;
