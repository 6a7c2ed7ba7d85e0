/** One tenant tries everything to see another's data, and sees nothing of it. */
@NullMarked
package io.feedbackplatform.api.isolation;

import org.jspecify.annotations.NullMarked;
