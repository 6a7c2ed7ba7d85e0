/** The description of this API, for machines. */
@NullMarked
package io.feedbackplatform.api.openapi;

import org.jspecify.annotations.NullMarked;
