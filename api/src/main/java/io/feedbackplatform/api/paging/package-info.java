/** How a list is read in pages. */
@NullMarked
package io.feedbackplatform.api.paging;

import org.jspecify.annotations.NullMarked;
