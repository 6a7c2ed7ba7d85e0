/** How often each credential may call, and how callers are told. */
@NullMarked
package io.feedbackplatform.api.limit;

import org.jspecify.annotations.NullMarked;
