/** Whether the process lives and can work. */
@NullMarked
package io.feedbackplatform.api.health;

import org.jspecify.annotations.NullMarked;
