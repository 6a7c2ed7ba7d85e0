/** The counters, as the team sees them. */
@NullMarked
package io.feedbackplatform.api.analytics;

import org.jspecify.annotations.NullMarked;
