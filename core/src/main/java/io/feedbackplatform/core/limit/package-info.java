/** How often callers may ask, and how processes that share no memory keep to it together. */
@NullMarked
package io.feedbackplatform.core.limit;

import org.jspecify.annotations.NullMarked;
