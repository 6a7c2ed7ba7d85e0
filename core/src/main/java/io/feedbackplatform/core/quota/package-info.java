/** How much of a month's feedback, and of the seats of its team, a tenant's plan covers. */
@NullMarked
package io.feedbackplatform.core.quota;

import org.jspecify.annotations.NullMarked;
