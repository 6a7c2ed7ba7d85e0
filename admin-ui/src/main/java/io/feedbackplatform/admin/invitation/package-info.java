/** How an invited person comes in. */
@NullMarked
package io.feedbackplatform.admin.invitation;

import org.jspecify.annotations.NullMarked;
