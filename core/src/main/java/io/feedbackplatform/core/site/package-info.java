/** A customer's websites: their publishable keys, their origins and how their widget looks. */
@NullMarked
package io.feedbackplatform.core.site;

import org.jspecify.annotations.NullMarked;
