/** What a tenant uses of its plan. */
@NullMarked
package io.feedbackplatform.admin.usage;

import org.jspecify.annotations.NullMarked;
