/** What a sample says of the whole that it is from, and how surely. */
@NullMarked
package io.feedbackplatform.core.statistics;

import org.jspecify.annotations.NullMarked;
