/** Feedback in figures. */
@NullMarked
package io.feedbackplatform.admin.dashboard;

import org.jspecify.annotations.NullMarked;
