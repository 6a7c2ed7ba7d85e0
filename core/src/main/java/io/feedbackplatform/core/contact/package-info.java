/** How to reach people. */
@NullMarked
package io.feedbackplatform.core.contact;

import org.jspecify.annotations.NullMarked;
