/** Reading feedback as it comes in. */
@NullMarked
package io.feedbackplatform.admin.inbox;

import org.jspecify.annotations.NullMarked;
