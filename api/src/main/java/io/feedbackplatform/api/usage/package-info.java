/** What a tenant has used of its plan. */
@NullMarked
package io.feedbackplatform.api.usage;

import org.jspecify.annotations.NullMarked;
