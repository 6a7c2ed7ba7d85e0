/** What many people speak of: words and pairs of words, counted and compared. */
@NullMarked
package io.feedbackplatform.core.themes;

import org.jspecify.annotations.NullMarked;
