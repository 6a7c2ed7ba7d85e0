/** What texts of people may hold. */
@NullMarked
package io.feedbackplatform.core.text;

import org.jspecify.annotations.NullMarked;
