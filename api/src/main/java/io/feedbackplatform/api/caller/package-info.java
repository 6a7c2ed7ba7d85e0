/** What is known of whoever calls, whichever credential they showed. */
@NullMarked
package io.feedbackplatform.api.caller;

import org.jspecify.annotations.NullMarked;
