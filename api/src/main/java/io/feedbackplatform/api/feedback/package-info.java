/** Taking feedback in and showing it to the team. */
@NullMarked
package io.feedbackplatform.api.feedback;

import org.jspecify.annotations.NullMarked;
