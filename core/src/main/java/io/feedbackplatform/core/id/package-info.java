/** Random identifiers that are safe in keys, URLs and logs. */
@NullMarked
package io.feedbackplatform.core.id;

import org.jspecify.annotations.NullMarked;
